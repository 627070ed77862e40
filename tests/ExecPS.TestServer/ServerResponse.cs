using System.IO.Compression;
using ExecPS.Sandbox.Api;

namespace ExecPS.TestServer;

/// <summary>A response that is ready to be sent.</summary>
internal sealed record ServerResponse(int StatusCode, byte[] Body)
{
    /// <summary>The Content-Type header, or null to omit it.</summary>
    public string? ContentType { get; init; } = ApiResponse.ContentType;

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static ServerResponse From(ApiResponse response) =>
        new(response.StatusCode, response.Body) { Headers = response.Allow.Count > 0 ? [("Allow", string.Join(", ", response.Allow))] : [] };

    public ServerResponse With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    /// <summary>The same response, compressed.</summary>
    /// <param name="encoding">gzip, br, or deflate.</param>
    public ServerResponse Encoded(string encoding)
    {
        using var buffer = new MemoryStream();
        using (Stream compressor = encoding switch
        {
            "gzip" => new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true),

            // HTTP's deflate has a zlib header.
            "deflate" => new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "The encoding isn't supported."),
        })
        {
            compressor.Write(Body);
        }

        return (this with { Body = buffer.ToArray() }).With("Content-Encoding", encoding).With("Vary", "Accept-Encoding");
    }
}
