namespace ExecPS.TestServer.Faults;

/// <summary>The faults to come. Of the rules that a request meets the first befalls it; none, and it gets the true answer.</summary>
/// <remarks>Every rule counts every request that matches its path and page, whichever rule befalls it.</remarks>
public sealed class FaultPlan
{
    private readonly List<Entry> _entries = [];

    /// <summary>Adds a rule after those that are there.</summary>
    /// <param name="rule">The rule.</param>
    public void Add(FaultRule rule)
    {
        lock (_entries)
            _entries.Add(new(rule));
    }

    /// <summary>Adds a rule after those that are there.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="path">What the request's path ends with; null for any.</param>
    /// <param name="page">Which page it asks for; null for any.</param>
    /// <param name="nth">How many requests that match have to come until the first is befallen, from 1.</param>
    /// <param name="times">How often the fault happens; null for always.</param>
    public void Add(Fault fault, string? path = null, int? page = null, int nth = 1, int? times = 1) =>
        Add(new FaultRule(fault) { Path = path, Page = page, Nth = nth, Times = times });

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_entries)
            _entries.Clear();
    }

    /// <summary>The fault that befalls a request; null for none.</summary>
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
