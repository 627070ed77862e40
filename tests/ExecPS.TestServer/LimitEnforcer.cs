using ExecPS.Client;

namespace ExecPS.TestServer;

/// <summary>The limits that the vendor publishes, over windows that slide.</summary>
internal sealed class LimitEnforcer(TimeProvider clock)
{
    private static readonly (int Requests, TimeSpan Window)[] s_limits = [(PublishedLimits.RequestsPerMinute, TimeSpan.FromMinutes(1)), (PublishedLimits.RequestsPerDay, TimeSpan.FromDays(1))];

    /// <summary>When the admitted requests of the last day came, the oldest first.</summary>
    private readonly List<DateTimeOffset> _admitted = [];

    /// <summary>Counts a request in; or says after how many seconds to come again.</summary>
    public int? SecondsToWait()
    {
        lock (_admitted)
        {
            var now = clock.GetUtcNow();
            _admitted.RemoveAll(time => now - time >= s_limits[^1].Window);
            var wait = TimeSpan.Zero;
            foreach (var (requests, window) in s_limits)
            {
                if (_admitted.Count >= requests && _admitted[^requests] + window - now is var left && left > wait)
                    wait = left;
            }

            if (wait > TimeSpan.Zero)
                return (int)Math.Ceiling(wait.TotalSeconds);

            _admitted.Add(now);
            return null;
        }
    }
}
