using System.IO.Compression;
using ExecPS.Sandbox.Api;

namespace ExecPS.TestServer;

/// <summary>An answer, ready to be sent.</summary>
internal sealed record ServerAnswer(int StatusCode, byte[] Body)
{
    /// <summary>The header's text; null to leave it out.</summary>
    public string? ContentType { get; init; } = ApiAnswer.ContentType;

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static ServerAnswer From(ApiAnswer answer) =>
        new(answer.StatusCode, answer.Body) { Headers = answer.Allow is { } method ? [("Allow", method)] : [] };

    public ServerAnswer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    /// <summary>The same answer, compressed.</summary>
    /// <param name="encoding">gzip, br or deflate.</param>
    public ServerAnswer Encoded(string encoding)
    {
        using var buffer = new MemoryStream();
        using (Stream compressor = encoding switch
        {
            "gzip" => new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true),

            // HTTP's deflate has a zlib header.
            "deflate" => new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Not an encoding of this server."),
        })
        {
            compressor.Write(Body);
        }

        return (this with { Body = buffer.ToArray() }).With("Content-Encoding", encoding).With("Vary", "Accept-Encoding");
    }
}
