using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>One page of twenty is slow: the others are read meanwhile, and none is discarded.</summary>
internal sealed class LatePageSuite : Suite
{
    private const int Rows = 2000;
    private const int LatencyMs = 50;
    private const int LatePage = 10;
    private const int LateByMs = 2000;
    private readonly Peer _inTime;
    private readonly Peer _late;

    public LatePageSuite(Sizes sizes, Pwsh pwsh)
    {
        _inTime = Peer(pwsh, "no slow page");
        _late = Peer(pwsh, $"page {LatePage} delayed by {LateByMs / 1000} s");
        Experiments =
        [
            new("late page", new(Rows, LatencyMs), sizes.Runs, _inTime),
            new("late page", new(Rows, LatencyMs) { LatePage = LatePage, LateByMs = LateByMs }, sizes.Runs, _late),
        ];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var lost = (results[_late].Told("seconds") - results[_inTime].Told("seconds")) * 1000 / LateByMs;
        var repeated = results[_late].Max(run => run.Server.MostOfOnePage);
        return new Section("Special case: a slow page")
            .Table(
                ["20 pages, 50 ms per request", "list", "pages requested", "maximum requests for one page"],
                new[] { _inTime, _late }.Select(peer => (IReadOnlyList<string>)
                [
                    peer.Name,
                    results[peer].Spread(run => run.Told("seconds"), Words.Seconds),
                    results[peer].Spread(run => run.Server.Pages, Words.Count),
                    Words.Count(results[peer].Max(run => run.Server.MostOfOnePage)),
                ]))
            .Judge(Verdict.AtMost("Slow page: lost time, relative to its delay", lost, 1.1, Words.Ratio))
            .Judge(Verdict.AtMost("Slow page: maximum requests for one page", repeated, 1, Words.Count));
    }

    private static Peer Peer(Pwsh pwsh, string name) => pwsh.Connected(name, """
        $watch = [Diagnostics.Stopwatch]::StartNew()
        "rows=$((Get-ExecAssignment | Measure-Object).Count)"
        "seconds=$($watch.Elapsed.TotalSeconds)"
        """, Rows);
}
