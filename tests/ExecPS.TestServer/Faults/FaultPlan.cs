namespace ExecPS.TestServer.Faults;

/// <summary>The configured faults. The first matching rule applies to a request. Without one, the request gets the API's response.</summary>
/// <remarks>Each rule counts all requests that match its method, path, and page, even if another rule applies to them.</remarks>
public sealed class FaultPlan
{
    private readonly List<Entry> _entries = [];

    /// <summary>Adds a rule after the existing ones.</summary>
    /// <param name="rule">The rule.</param>
    public void Add(FaultRule rule)
    {
        lock (_entries)
            _entries.Add(new(rule));
    }

    /// <summary>Adds a rule after the existing ones.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="path">The end of the request's path, or null for any path.</param>
    /// <param name="page">The requested page, or null for any page.</param>
    /// <param name="nth">The first matching request that the rule applies to, from 1.</param>
    /// <param name="times">The number of times that the rule applies, or null for no limit.</param>
    /// <param name="method">The request's method, or null for any method.</param>
    public void Add(Fault fault, string? path = null, int? page = null, int nth = 1, int? times = 1, string? method = null) =>
        Add(new FaultRule(fault) { Method = method, Path = path, Page = page, Nth = nth, Times = times });

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_entries)
            _entries.Clear();
    }

    /// <summary>Gets the fault for a request, or null if there is none.</summary>
    internal Fault? Take(RecordedRequest request)
    {
        lock (_entries)
        {
            Entry? first = null;
            foreach (var entry in _entries)
            {
                if (!entry.Rule.Matches(request))
                    continue;

                entry.Met++;
                if (entry.Met >= entry.Rule.Nth && !(entry.Happened >= entry.Rule.Times))
                    first ??= entry;
            }

            if (first is not null)
                first.Happened++;
            return first?.Rule.Fault;
        }
    }

    private sealed class Entry(FaultRule rule)
    {
        public FaultRule Rule => rule;

        public int Met { get; set; }

        public int Happened { get; set; }
    }
}
