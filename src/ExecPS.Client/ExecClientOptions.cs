using System.Net;

namespace ExecPS.Client;

/// <summary>How an <see cref="ExecClient"/> reaches the API.</summary>
public sealed record ExecClientOptions
{
    /// <summary>The API's published address.</summary>
    public static Uri PublishedBaseUri { get; } = new("https://api.exec.com/rest/v1/");

    /// <summary>Where the API is: https, or http on this machine; without user, query and fragment.</summary>
    public Uri BaseUri { get; init; } = PublishedBaseUri;

    /// <summary>
    /// How long the server may be silent before a request fails, counted anew with every byte that comes: more than nothing and
    /// 24 days at most, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a failed request is tried again; 0 for never, not negative.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The pause before the first retry, which doubles each time up to 30 seconds; of each pause a random part is waited. Not negative.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How many requests may go in a minute; 0 for no limit, not negative.</summary>
    public int RequestsPerMinute { get; init; } = PublishedLimits.RequestsPerMinute;

    /// <summary>The proxy to use; null for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Says what is wrong with an address, or null when the API may be there.</summary>
    /// <param name="uri">The address to look at.</param>
    public static string? ValidateBaseUri(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
            return "it isn't a whole address; write one such as https://api.exec.com/rest/v1";
        if (uri.UserInfo.Length > 0)
            return "it contains a user name or password; leave out what stands before the '@'";
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return "it contains a query or a fragment; leave out what stands after '?' or '#'";
        if (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            return null;
        return uri.Scheme == Uri.UriSchemeHttp
            ? "http would send the key in the clear; use https (http is for this machine's loopback addresses alone)"
            : $"'{uri.Scheme}' isn't a way to reach the API; use https";
    }

    /// <exception cref="ArgumentOutOfRangeException">A property is out of its range.</exception>
    internal void RequireRanges()
    {
        Ranges.Require(
            Timeout == System.Threading.Timeout.InfiniteTimeSpan || (Timeout > TimeSpan.Zero && Timeout <= Ranges.LongestTimer),
            nameof(Timeout), Timeout, "more than nothing and 24 days at most, or infinite");
        Ranges.Require(MaximumRetryCount >= 0, nameof(MaximumRetryCount), MaximumRetryCount, "0 or more");
        Ranges.Require(RetryInterval >= TimeSpan.Zero, nameof(RetryInterval), RetryInterval, "nothing or more");
        Ranges.Require(RequestsPerMinute >= 0, nameof(RequestsPerMinute), RequestsPerMinute, "0 or more");
    }

    /// <summary>The address with a slash at its end, so that paths go below it.</summary>
    internal static Uri Normalize(Uri uri) =>
        uri.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? uri : new Uri(uri.AbsoluteUri + "/");
}
