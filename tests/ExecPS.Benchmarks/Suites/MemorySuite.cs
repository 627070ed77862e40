using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>Streamed lists of several lengths: the memory in use must not grow with them.</summary>
internal sealed class MemorySuite : Suite
{
    private readonly Sizes _sizes;
    private readonly Peer[] _module;
    private readonly Peer _moduleDropped;
    private readonly Peer _bare;

    public MemorySuite(Sizes sizes, Pwsh pwsh)
    {
        _sizes = sizes;
        _module =
        [
            .. sizes.MemoryRows.Select(rows => pwsh.Connected(
                $"`Get-ExecAssignment` to `Measure-Object`, {Words.Count(rows)} rows", """ "rows=$((Get-ExecAssignment | Measure-Object).Count)" """, rows)),
        ];
        _moduleDropped = pwsh.Connected($"`Get-ExecAssignment > $null`, {Words.Count(Longest)} rows", "Get-ExecAssignment > $null", runs: 2);
        _bare = new Peer($"bare C# loop, 8 pages at a time, {Words.Count(Longest)} rows", Self.FileName,
            Self.Arguments("bare", "--uri", "{uri}", "--rows", $"{Longest}", "--width", "8"))
        {
            Rows = Longest,
            Runs = 2,
        };
        Experiments =
        [
            .. sizes.MemoryRows.Select((rows, at) => rows == Longest
                ? new Experiment("memory", new(rows), sizes.Runs, _module[at], _moduleDropped, _bare)
                : new Experiment("memory", new(rows), sizes.Runs, _module[at])),
        ];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public int Longest => _sizes.MemoryRows[^1];

    private int Shortest => _sizes.MemoryRows[0];

    /// <summary>The CPU seconds per object from the network to <c>Measure-Object</c>: the slope, which excludes the constant cost of a process.</summary>
    public double CpuPerRowMeasured(Results results) =>
        (results[_module[^1]].Cpu - results[_module[0]].Cpu) / (Longest - Shortest);

    /// <summary>The same without a following command.</summary>
    public double CpuPerRowDropped(Results results) =>
        (results[_moduleDropped].Cpu - results[_module[0]].Cpu) / (Longest - Shortest);

    public override Section Report(Results results)
    {
        var growth = results[_module[^1]].Peak - results[_module[0]].Peak;
        return new Section("3. Peak memory of a stream")
            .Table(
                ["", "peak memory", "wall", "CPU"],
                _module.Append(_moduleDropped).Append(_bare).Select(peer => (IReadOnlyList<string>)
                [
                    peer.Name,
                    results[peer].Spread(run => run.PeakBytes, Words.Mebibytes),
                    results[peer].Spread(run => run.WallSeconds, Words.Seconds),
                    Words.Seconds(results[peer].Cpu),
                ]))
            .Say($"A list {Words.Ratio((double)Longest / Shortest)} times as long takes {Words.Ratio(results[_module[^1]].Peak / results[_module[0]].Peak)} times the memory. "
                + "The set of IDs that recognizes repeated rows grows with the list.")
            .Judge(Verdict.AtMost($"3. Peak at {Words.Count(Longest)} rows above the peak at {Words.Count(Shortest)}", growth, 30 * 1024 * 1024, Words.Mebibytes));
    }
}
