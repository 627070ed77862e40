using System.Collections.Concurrent;

namespace ExecPS.Benchmarks.Server;

/// <summary>Counts the requests, the concurrent requests, and the requests for each page.</summary>
internal sealed class RequestCounter
{
    private readonly ConcurrentDictionary<(long Page, int Size), int> _pages = new();
    private long _requests;
    private long _pageRequests;
    private int _now;
    private int _most;
    private TimeSpan _processorTimeBefore;

    public ServerStats Stats => new(
        Interlocked.Read(ref _requests),
        Interlocked.Read(ref _pageRequests),
        Volatile.Read(ref _most),
        _pages.Values.DefaultIfEmpty().Max(),
        (ProcessorTime - _processorTimeBefore).TotalSeconds);

    private static TimeSpan ProcessorTime
    {
        get
        {
            using var self = System.Diagnostics.Process.GetCurrentProcess();
            return self.TotalProcessorTime;
        }
    }

    public void Enter()
    {
        Interlocked.Increment(ref _requests);
        var now = Interlocked.Increment(ref _now);
        for (var most = Volatile.Read(ref _most); now > most;)
        {
            var seen = Interlocked.CompareExchange(ref _most, now, most);
            if (seen == most)
                break;
            most = seen;
        }
    }

    public void Leave() => Interlocked.Decrement(ref _now);

    public void CountPage(long page, int size)
    {
        Interlocked.Increment(ref _pageRequests);
        _pages.AddOrUpdate((page, size), 1, static (_, count) => count + 1);
    }

    /// <summary>Resets the counts. Requests in progress remain counted.</summary>
    public void Reset()
    {
        _pages.Clear();
        Interlocked.Exchange(ref _requests, 0);
        Interlocked.Exchange(ref _pageRequests, 0);
        Volatile.Write(ref _most, 0);
        _processorTimeBefore = ProcessorTime;
    }
}
