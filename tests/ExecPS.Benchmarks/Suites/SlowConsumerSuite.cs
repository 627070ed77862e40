using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>A consumer that is slower than the network: only a few pages may be prefetched.</summary>
internal sealed class SlowConsumerSuite : Suite
{
    private const int PageSize = 100;
    private const int WidestReadAhead = 8;
    private static readonly int[] s_latencies = [0, 50];
    private readonly Sizes _sizes;
    private readonly Peer[] _peers;

    public SlowConsumerSuite(Sizes sizes, Pwsh pwsh)
    {
        _sizes = sizes;
        _peers = [.. s_latencies.Select(latency => pwsh.Connected($"{latency} ms per request", $$"""
            $stats = '{uri}'.Replace('/rest/v1', '/_stats')
            $rows = 0
            Get-ExecAssignment | ForEach-Object {
                [Threading.Thread]::Sleep(1)
                if (++$rows -eq {{sizes.SlowRows}}) { "pages=$((Invoke-RestMethod $stats).Pages)" }
            } | Select-Object -First 1
            "rows=$rows"
            """, sizes.SlowRows))];
        Experiments = [.. s_latencies.Select((latency, at) => new Experiment("slow consumer", new(sizes.Rows, latency), Math.Min(sizes.Runs, 3), _peers[at]))];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var taken = _sizes.SlowRows / PageSize;
        var most = _peers.Max(peer => results[peer].Max(run => run.Told("pages"))) - taken;
        return new Section("Special case: a slow consumer")
            .Table(
                ["", "rows read, one per millisecond", "pages that contain them", "pages requested by then"],
                _peers.Select(peer => (IReadOnlyList<string>)
                    [peer.Name, Words.Count(_sizes.SlowRows), Words.Count(taken), results[peer].Spread(run => run.Told("pages"), Words.Count)]))
            .Judge(Verdict.AtMost("Slow consumer: prefetched pages", most, WidestReadAhead, Words.Count));
    }
}
