using System.Net;

namespace ExecPS.Client;

/// <summary>The address, limits, and timeouts of an <see cref="ExecClient"/>.</summary>
public sealed record ExecClientOptions
{
    /// <summary>The published address of the API.</summary>
    public static Uri PublishedBaseUri { get; } = new("https://api.exec.com/rest/v1/");

    /// <summary>The address of the API: HTTPS, or HTTP to this computer, without user information, query, or fragment.</summary>
    public Uri BaseUri { get; init; } = PublishedBaseUri;

    /// <summary>
    /// The longest wait for the headers of a response, and then for more of its data: greater than zero and at most 24 days, or
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>. Restarts when the headers are complete, and whenever data arrives.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The maximum number of retries of a request. 0 for none.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The longest pause before the first retry. It doubles for each further retry, up to 30 seconds. The client waits for a random time between half and all of the pause.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The maximum number of requests per minute. 0 for no limit.</summary>
    public int RequestsPerMinute { get; init; } = PublishedLimits.RequestsPerMinute;

    /// <summary>The proxy for HTTPS. Null for the system's proxy. HTTP to this computer never uses a proxy.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Returns why an address isn't valid for the API. Null if it is valid.</summary>
    /// <param name="uri">The address.</param>
    public static string? ValidateBaseUri(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
            return "it isn't an absolute address, such as https://api.exec.com/rest/v1";
        if (uri.UserInfo.Length > 0)
            return "it contains a user name or password; remove everything before the '@'";
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return "it contains a query or a fragment; remove the '?' or '#' and everything after it";
        if (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            return null;
        return uri.Scheme == Uri.UriSchemeHttp
            ? "http would send the key unencrypted; use https (http is allowed only for the loopback addresses of this computer)"
            : $"the scheme '{uri.Scheme}' isn't supported; use https";
    }

    /// <exception cref="ArgumentOutOfRangeException">A property is out of range.</exception>
    internal void RequireRanges()
    {
        Ranges.Require(
            Timeout == System.Threading.Timeout.InfiniteTimeSpan || (Timeout > TimeSpan.Zero && Timeout <= Ranges.LongestTimer),
            nameof(Timeout), Timeout, "greater than zero and at most 24 days, or infinite");
        Ranges.Require(MaximumRetryCount >= 0, nameof(MaximumRetryCount), MaximumRetryCount, "0 or more");
        Ranges.Require(RetryInterval >= TimeSpan.Zero, nameof(RetryInterval), RetryInterval, "zero or more");
        Ranges.Require(RequestsPerMinute >= 0, nameof(RequestsPerMinute), RequestsPerMinute, "0 or more");
    }

    /// <summary>Adds a slash to the end of the address, so that paths are appended to it.</summary>
    internal static Uri Normalize(Uri uri) =>
        uri.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? uri : new Uri(uri.AbsoluteUri + "/");
}
