using System.Buffers;
using System.Net;

namespace ExecPS.Client.Http;

/// <summary>The complete body of a response, in a pooled buffer that is returned when the response is disposed.</summary>
internal sealed class BufferedContent : HttpContent
{
    private byte[]? _buffer;
    private readonly int _length;

    private BufferedContent(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public ReadOnlyMemory<byte> Bytes =>
        new(_buffer ?? throw new ObjectDisposedException(nameof(BufferedContent)), 0, _length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="sizeHint">The size according to the headers. Null if unknown. If it exceeds the limit, nothing is read.</param>
    /// <param name="limit">The maximum number of bytes.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The body, or null if it exceeds the limit.</returns>
    public static async Task<BufferedContent?> ReadAsync(Stream stream, long? sizeHint, int limit, CancellationToken cancellationToken)
    {
        if (sizeHint > limit)
            return null;

        // One more byte than expected, so that the end is detected without a larger buffer.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(sizeHint ?? 32 * 1024, limit) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;

                length += read;
                if (length > limit)
                    return null;
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
            }

            var content = new BufferedContent(buffer, length);
            buffer = null;
            return content;
        }
        finally
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(_buffer!, 0, _length);

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _buffer, null) is { } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
        base.Dispose(disposing);
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
