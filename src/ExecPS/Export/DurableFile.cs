using System.Globalization;
using System.Security.Cryptography;

namespace ExecPS.Export;

/// <summary>Writes a file completely before it replaces the previous one: after a crash there is the one or the other.</summary>
internal sealed class DurableFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly string _temporary;
    private int _length;

    /// <param name="temporary">The path of a temporary file on the same disk.</param>
    /// <param name="wrap">Replaces the stream.</param>
    public DurableFile(string temporary, Func<Stream, Stream> wrap)
    {
        _temporary = temporary;
        _file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        _stream = wrap(_file);
    }

    public void Write(byte[] bytes, int start, int length)
    {
        if (length > _buffer.Length - _length)
            WriteBuffer();
        if (length > _buffer.Length)
        {
            _hash.AppendData(bytes, start, length);
            _stream.Write(bytes, start, length);
            return;
        }

        Buffer.BlockCopy(bytes, start, _buffer, _length, length);
        _length += length;
    }

    /// <summary>Writes everything to the disk.</summary>
    /// <returns>The SHA-256 of the file.</returns>
    public string Complete()
    {
        WriteBuffer();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        return ToText(_hash.GetHashAndReset());
    }

    /// <summary>Replaces the previous file in one step.</summary>
    public void Replace(string path)
    {
#if NET
        File.Move(_temporary, path, overwrite: true);
#else
        if (File.Exists(path))
            File.Replace(_temporary, path, null);
        else
            File.Move(_temporary, path);
#endif
    }

    /// <summary>Deletes the temporary file, unless it has replaced the previous one.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
        File.Delete(_temporary);
    }

    public static string Hash(byte[] bytes, int start, int length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes, start, length);
        return ToText(hash.GetHashAndReset());
    }

    private void WriteBuffer()
    {
        _hash.AppendData(_buffer, 0, _length);
        _stream.Write(_buffer, 0, _length);
        _length = 0;
    }

    private static string ToText(byte[] hash) => string.Concat(hash.Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
