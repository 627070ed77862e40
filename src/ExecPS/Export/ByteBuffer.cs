using System.Text;

namespace ExecPS.Export;

/// <summary>Bytes that are appended and then read as one array.</summary>
internal sealed class ByteBuffer
{
    private const int Smallest = 256;

    private byte[] _bytes = new byte[16 * 1024];

    public int Length { get; private set; }

    public void Advance(int count) => Length += count;

    /// <summary>Gets room for bytes. <see cref="Advance"/> appends them.</summary>
    public Span<byte> GetSpan(int count)
    {
        Reserve(count);
        return _bytes.AsSpan(Length);
    }

    public void Add(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        values.CopyTo(GetSpan(values.Length));
        Length += values.Length;
    }

    /// <summary>Appends text as UTF-8.</summary>
    public void Add(string text)
    {
        Reserve(text.Length * 3);
        Length += Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, Length);
    }

    /// <summary>Returns the bytes and clears the buffer.</summary>
    public byte[] Take()
    {
        var bytes = _bytes.AsSpan(0, Length).ToArray();
        Length = 0;
        return bytes;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < Math.Max(count, Smallest))
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + Math.Max(count, Smallest)));
    }
}
