using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>A whole list from a slow server: the number of pages requested at a time determines the result.</summary>
internal sealed class LatencySuite : Suite
{
    private const int LatencyMs = 50;
    private readonly Sizes _sizes;
    private readonly Peer _bareSingle;
    private readonly Peer _bareWide;
    private readonly Peer _module;

    public LatencySuite(Sizes sizes, Pwsh pwsh)
    {
        _sizes = sizes;

        // The slowest peer and the most constant one, because it mostly waits.
        _bareSingle = Self.Bare(sizes.Rows, 1, runs: 1);
        _bareWide = Self.Bare(sizes.Rows, 8);
        _module = pwsh.Connected("`Get-ExecAssignment` to `Measure-Object`", """ "rows=$((Get-ExecAssignment | Measure-Object).Count)" """, sizes.Rows);
        Experiments = [new("latency", new(sizes.Rows, LatencyMs), sizes.Runs, _bareSingle, _bareWide, _module)];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var ratio = results[_module].Wall / results[_bareWide].Wall;
        return new Section($"2. {Words.Count(_sizes.Rows)} rows, {LatencyMs} ms per request")
            .Peers(results, Experiments[0].Peers, _bareWide)
            .Say($"Eight pages at a time are {Words.Ratio(results[_bareSingle].Wall / results[_bareWide].Wall)} times as fast as one. The module, including PowerShell's "
                + $"start and the first requests with a small window, takes {Words.Ratio(ratio)} times as long as the bare loop. "
                + $"The maximum number of its concurrent requests: {results[_module].Max(run => run.Server.MostConcurrent)}.")
            .Judge(Verdict.AtMost("2. Module, compared with the bare loop of eight pages at a time", ratio, 1.3, Words.Ratio));
    }
}
