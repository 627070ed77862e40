namespace ExecPS.Client.Tests.Support;

/// <summary>A stream that returns a few bytes per read, either of the specified bytes or endlessly.</summary>
internal sealed class Trickle(byte[]? bytes, int most) : Stream
{
    /// <summary>The number of bytes read.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var given = Math.Min(count, most);
        if (bytes is not null)
        {
            given = Math.Min(given, (int)(bytes.Length - Given));
            Array.Copy(bytes, Given, buffer, offset, given);
        }

        Given += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
