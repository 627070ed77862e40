#if !NET
using System.Net;
using System.Security.Authentication;
#endif

namespace ExecPS.Client.Http;

/// <summary>Creates the handler that sends requests over the network. It doesn't follow redirects, doesn't keep cookies, and validates certificates.</summary>
internal static class Transport
{
    /// <summary>Enough for the prefetched pages of several lists.</summary>
    private const int MaximumConnections = 64;

    public static HttpMessageHandler Create(ExecClientOptions options)
    {
        // Plain HTTP is for this computer only. A proxy, which would receive the key in clear text, isn't used even if one is configured.
        var usesProxy = options.BaseUri.Scheme == Uri.UriSchemeHttps;

#if NET
        // Only HTTP/1.1, the default version of a request: over HTTP/2 the handler repeats a request by itself after REFUSED_STREAM
        // or GOAWAY, and such repetitions would bypass the rate limit.
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MaximumConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            Proxy = usesProxy ? options.Proxy : null,
            UseProxy = usesProxy,
            UseCookies = false,
        };
#else
        // Windows PowerShell may limit a process to two connections per server and to TLS 1.0.
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MaximumConnections,
            Proxy = usesProxy ? options.Proxy : null,
            UseProxy = usesProxy,
            SslProtocols = AllowsTls12(ServicePointManager.SecurityProtocol) ? SslProtocols.None : SslProtocols.Tls12,
            UseCookies = false,
        };
#endif
    }

#if !NET
    /// <summary>Whether the process lets the operating system choose the TLS version, or includes TLS 1.2 in its choice.</summary>
    private static bool AllowsTls12(SecurityProtocolType protocols) =>
        protocols == SecurityProtocolType.SystemDefault || (protocols & SecurityProtocolType.Tls12) != 0;
#endif
}
