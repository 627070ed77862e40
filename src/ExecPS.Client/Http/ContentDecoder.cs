using System.IO.Compression;

namespace ExecPS.Client.Http;

/// <summary>Decompresses the bodies of responses.</summary>
/// <remarks>
/// The transports of .NET could do this, but then the idle timeout wouldn't see compressed bytes that don't produce output yet, and bytes in
/// another encoding than the headers say would cause an exception that depends on the encoding.
/// </remarks>
internal static class ContentDecoder
{
#if NET
    /// <summary>The value of the Accept-Encoding header.</summary>
    public const string AcceptedEncodings = "gzip, deflate, br";
#else
    /// <summary>The value of the Accept-Encoding header.</summary>
    public const string AcceptedEncodings = "gzip, deflate";
#endif

    /// <summary>Gets the encoding of a body. Null if it isn't encoded.</summary>
    public static string? FindEncoding(HttpContent content)
    {
        if (!content.Headers.TryGetValues("Content-Encoding", out var values))
            return null;

        var encodings = values.SelectMany(static value => value.Split(',')).Select(static value => value.Trim().ToLowerInvariant())
            .Where(static value => value is not ("" or "identity"));
        return string.Join(", ", encodings) is { Length: > 0 } encoding ? encoding : null;
    }

    /// <summary>Opens a stream that decompresses a body.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Cancels reading the first bytes, which tell the two formats called deflate apart.</param>
    /// <returns>The stream, or null if the encoding isn't supported.</returns>
    public static async Task<Stream?> OpenAsync(string encoding, ReceivingStream body, CancellationToken cancellationToken)
    {
        var first = await body.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (first is null)
            return body;

        switch (encoding)
        {
            case "gzip" or "x-gzip":
                return new GZipStream(body, CompressionMode.Decompress);
            case "deflate" when (first & 0x0f) == 8:
                // The zlib format.
#if NET
                return new ZLibStream(body, CompressionMode.Decompress);
#else
                // .NET Framework reads only what follows the two bytes of its header.
                await body.SkipAsync(2, cancellationToken).ConfigureAwait(false);
                return new DeflateStream(body, CompressionMode.Decompress);
#endif
            case "deflate":
                return new DeflateStream(body, CompressionMode.Decompress);
#if NET
            case "br":
                return new BrotliStream(body, CompressionMode.Decompress);
#endif
            default:
                return null;
        }
    }
}
