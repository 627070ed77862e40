namespace ExecPS.Client.Http;

/// <summary>Reads the bytes of a body as they arrive from the server, before decompression.</summary>
/// <param name="body">The body.</param>
/// <param name="onReceived">Called after each read that returned data.</param>
internal sealed class ReceivingStream(Stream body, Action onReceived) : Stream
{
    private byte[] _peeked = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gets the first byte without consuming it. Null if the body is empty.</summary>
    public async Task<byte?> PeekAsync(CancellationToken cancellationToken)
    {
        var first = new byte[1];
        if (await ReadAsync(first, 0, 1, cancellationToken).ConfigureAwait(false) == 0)
            return null;

        _peeked = first;
        return first[0];
    }

    /// <summary>Skips a number of bytes, or all that is left.</summary>
    public async Task SkipAsync(int count, CancellationToken cancellationToken)
    {
        var skipped = new byte[1];
        while (count-- > 0 && await ReadAsync(skipped, 0, 1, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        TakePeeked(buffer, offset, count) ?? Report(body.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        TakePeeked(buffer, offset, count) ?? Report(await body.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_peeked.Length > 0 && buffer.Length > 0)
        {
            buffer.Span[0] = _peeked[0];
            _peeked = [];
            return 1;
        }

        return Report(await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
    }
#else
    // DeflateStream of .NET Framework reads with these methods. Those of the base class would block a thread.
    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback callback, object state)
    {
        var source = new TaskCompletionSource<int>(state);
        ReadAsync(buffer, offset, count, CancellationToken.None).ContinueWith(
            read =>
            {
                if (read.IsFaulted)
                    source.SetException(read.Exception!.InnerExceptions);
                else if (read.IsCanceled)
                    source.SetCanceled();
                else
                    source.SetResult(read.Result);
                callback?.Invoke(source.Task);
            },
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return source.Task;
    }

    public override int EndRead(IAsyncResult asyncResult) => ((Task<int>)asyncResult).GetAwaiter().GetResult();
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }

    private int? TakePeeked(byte[] buffer, int offset, int count)
    {
        if (_peeked.Length == 0 || count == 0)
            return null;

        buffer[offset] = _peeked[0];
        _peeked = [];
        return 1;
    }

    private int Report(int received)
    {
        if (received > 0)
            onReceived();
        return received;
    }
}
