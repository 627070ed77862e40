using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>A whole list from a server that responds immediately: the module's own work determines the result.</summary>
internal sealed class ThroughputSuite : Suite
{
    private readonly Sizes _sizes;
    private readonly Peer _restMeasured;
    private readonly Peer _restExported;
    private readonly Peer _bareSingle;
    private readonly Peer _bareWide;
    private readonly Peer _module;
    private readonly Peer _moduleExported;
    private readonly Peer _start;

    public ThroughputSuite(Sizes sizes, Pwsh pwsh)
    {
        _sizes = sizes;
        _restMeasured = pwsh.RestLoop("`Invoke-RestMethod` loop to `Measure-Object`", """ "rows=$((Read-Assignment | Measure-Object).Count)" """, sizes.Rows);
        _restExported = pwsh.RestLoop("`Invoke-RestMethod` loop to `Export-Csv`", ExportOf("Read-Assignment"), sizes.Rows);
        var restCollected = pwsh.RestLoop("`Invoke-RestMethod` loop, collected", """ $all = Read-Assignment; "rows=$($all.Count)" """, sizes.Rows);
        _bareSingle = Self.Bare(sizes.Rows, 1);
        _bareWide = Self.Bare(sizes.Rows, 8);
        _module = pwsh.Connected("`Get-ExecAssignment` to `Measure-Object`", """ "rows=$((Get-ExecAssignment | Measure-Object).Count)" """, sizes.Rows);
        _moduleExported = pwsh.Connected("`Get-ExecAssignment` to `Export-Csv`", ExportOf("Get-ExecAssignment"), sizes.Rows);
        _start = pwsh.Nothing();
        Experiments =
        [
            new("throughput", new(sizes.Rows), sizes.Runs,
                _restMeasured, _restExported, restCollected, _bareSingle, Self.Bare(sizes.Rows, 4), _bareWide, _module, _moduleExported, _start),
        ];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var overBare = (results[_module].Wall - results[_start].Wall) / results[_bareWide].Wall;
        var overRest = results[_restMeasured].Wall / results[_module].Wall;
        return new Section($"1. {Words.Count(_sizes.Rows)} rows, no latency")
            .Peers(results, Experiments[0].Peers, _bareWide)
            .Say($"Without PowerShell's start, the module takes {Words.Ratio(overBare)} times as long as the bare loop that requests the same number of pages "
                + $"at a time, and {Words.Ratio(results[_module].Cpu / results[_bareWide].Cpu)} times its CPU. A loop with Invoke-RestMethod takes "
                + $"{Words.Ratio(overRest)} times as long as the module to `Measure-Object` and "
                + $"{Words.Ratio(results[_restExported].Wall / results[_moduleExported].Wall)} times as long to `Export-Csv`.")
            .Judge(Verdict.AtMost("1a. Module without PowerShell's start, compared with the bare loop of the same width", overBare, 1.5, Words.Ratio))
            .Judge(Verdict.AtLeast("1b. `Invoke-RestMethod` loop, compared with the module", overRest, 6, Words.Ratio));
    }

    /// <summary>The CPU time of the server, which runs on the same computer.</summary>
    public string ServersCost(Results results)
    {
        var bare = results[_bareSingle];
        return $"A page costs the server {bare.ServerCpu / bare.Pages * 1e6:0} µs of CPU time, including the kernel's: "
            + $"{Words.Percent(bare.ServerCpu / bare.Wall)} of one core while the bare loop requests one page at a time, and "
            + $"{Words.Percent(results[_module].ServerCpu / results[_module].Wall)} while the module reads. It affects the wall time of every peer, but not its CPU time.";
    }

    private static string ExportOf(string command) => $$"""
        $file = [IO.Path]::GetTempFileName()
        try {
            {{command}} | Export-Csv -Path $file
            $lines = 0
            foreach ($line in [IO.File]::ReadLines($file)) { $lines++ }
            "rows=$($lines - 1)"
        }
        finally { Remove-Item $file }
        """;
}
