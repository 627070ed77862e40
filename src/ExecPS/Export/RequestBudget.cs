using System.Globalization;
using ExecPS.Client;

namespace ExecPS.Export;

/// <summary>The requests that an export may send: at most the given number, and at most what remains of the workspace's day.</summary>
/// <param name="client">The client, which counts the requests of the last 24 hours. A client without a limit per minute has no daily limit either.</param>
/// <param name="maximum">The maximum number of requests. Null for no limit.</param>
internal sealed class RequestBudget(ExecClient client, long? maximum)
{
    private readonly long? _today = client.RequestsPerMinute == 0 ? null : client.RequestsLeftToday;
    private long _used;

    /// <summary>The number of requests that were begun, including retries.</summary>
    public long Used => Interlocked.Read(ref _used);

    public bool IsLimited => maximum is not null || _today is not null;

    private long Left => Math.Max(Math.Min(maximum ?? long.MaxValue, _today ?? long.MaxValue) - Used, 0);

    /// <summary>Counts a request that is about to be sent.</summary>
    /// <exception cref="ExportIncompleteException">No request is left.</exception>
    public void Take()
    {
        Require(1);
        Count();
    }

    /// <summary>Counts a request.</summary>
    public void Count() => Interlocked.Increment(ref _used);

    /// <summary>Rejects a list that can't be read completely.</summary>
    /// <param name="requests">The number of requests that are needed to continue.</param>
    /// <param name="all">The number of requests that are needed for the rest of the list, for the message.</param>
    /// <exception cref="ExportIncompleteException">Fewer requests are left.</exception>
    public void Require(long requests, long all = 0)
    {
        var left = Left;
        if (requests <= left)
            return;

        all = Math.Max(all, requests);

        var limit = maximum <= (_today ?? long.MaxValue)
            ? $"-MaximumRequestCount leaves {left:N0}"
            : string.Format(CultureInfo.CurrentCulture, "{0:N0} of the workspace's {1:N0} requests per day are left", left, PublishedLimits.RequestsPerDay);
        throw new ExportIncompleteException(string.Format(
            CultureInfo.CurrentCulture, all == 1 ? "At least {0:N0} more request is needed, but {1}." : "At least {0:N0} more requests are needed, but {1}.", all, limit));
    }
}
