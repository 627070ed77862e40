using ExecPS.Client;

namespace ExecPS.TestServer;

/// <summary>Enforces the published limits over sliding windows.</summary>
internal sealed class LimitEnforcer(TimeProvider clock)
{
    private static readonly (int Requests, TimeSpan Window)[] s_limits = [(PublishedLimits.RequestsPerMinute, TimeSpan.FromMinutes(1)), (PublishedLimits.RequestsPerDay, TimeSpan.FromDays(1))];
    private static readonly (int Requests, TimeSpan Window)[] s_creationLimits = [(PublishedLimits.ScenarioCreationsPerMinute, TimeSpan.FromMinutes(1))];

    private readonly object _gate = new();

    // The times of admitted requests, oldest first.
    private readonly List<DateTimeOffset> _requests = [];
    private readonly List<DateTimeOffset> _creations = [];

    /// <summary>Admits a request, or returns the number of seconds to wait.</summary>
    public int? SecondsToWait(RecordedRequest request)
    {
        var createsScenario = request.Method == "POST"
            && (request.Path.EndsWith("/scenario-studio", StringComparison.Ordinal) || request.Path.EndsWith("/scenario-studio/jobs", StringComparison.Ordinal));
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var wait = Wait(_requests, s_limits, now);
            if (createsScenario && Wait(_creations, s_creationLimits, now) is var creationWait && creationWait > wait)
                wait = creationWait;
            if (wait > TimeSpan.Zero)
                return (int)Math.Ceiling(wait.TotalSeconds);

            _requests.Add(now);
            if (createsScenario)
                _creations.Add(now);
            return null;
        }
    }

    private static TimeSpan Wait(List<DateTimeOffset> admitted, (int Requests, TimeSpan Window)[] limits, DateTimeOffset now)
    {
        admitted.RemoveAll(time => now - time >= limits[^1].Window);
        var wait = TimeSpan.Zero;
        foreach (var (requests, window) in limits)
        {
            if (admitted.Count >= requests && admitted[^requests] + window - now is var left && left > wait)
                wait = left;
        }

        return wait;
    }
}
