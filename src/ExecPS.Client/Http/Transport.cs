using System.Net;
#if !NET
using System.Security.Authentication;
#endif

namespace ExecPS.Client.Http;

/// <summary>What sends requests over the network: compressed answers, no redirects, no cookies, certificates checked.</summary>
internal static class Transport
{
    /// <summary>As many connections as a listing reads ahead, for a few listings at once.</summary>
    private const int MaximumConnections = 64;

    public static HttpMessageHandler Create(ExecClientOptions options)
    {
#if NET
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            EnableMultipleHttp2Connections = true,
            MaxConnectionsPerServer = MaximumConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            Proxy = options.Proxy,
            UseCookies = false,
        };
#else
        // Windows PowerShell's process may still default to TLS 1.0 and to two connections a server.
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = MaximumConnections,
            Proxy = options.Proxy,
            SslProtocols = SslProtocols.Tls12 | (SslProtocols)0x3000,
            UseCookies = false,
        };
#endif
    }
}
