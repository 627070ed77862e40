using System.IO.Compression;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>Compresses bodies.</summary>
internal static class Compression
{
    public static byte[] Gzip(string text) => Compress("gzip", Encoding.UTF8.GetBytes(text));

    /// <param name="encoding">The name in the header: gzip, deflate, or br.</param>
    /// <param name="bytes">The bytes to compress.</param>
    public static byte[] Compress(string encoding, byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Optimal),
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, null),
        })
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
