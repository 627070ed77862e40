using System.Text.Json;
using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Profile;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>The CPU time per object by layer: the client's layers in a separate process, and the remainder for PowerShell.</summary>
internal sealed class ProfileSuite : Suite
{
    private readonly MemorySuite _memory;
    private readonly Peer _profile;

    public ProfileSuite(MemorySuite memory)
    {
        _memory = memory;
        _profile = Self.Peer("profile", "profile", "--uri", "{uri}", "--rows", $"{memory.Longest}", "--json");
        Experiments = [new("profile", new(memory.Longest), 1, _profile)];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var stages = JsonSerializer.Deserialize(results[_profile].Runs[0].TextTold("profile")!, ProfileJsonContext.Default.ListStage)!;
        (string Name, double Cpu)[] parts =
        [
            .. stages.Select((stage, at) => (stage.Name, stage.CpuPerRow - (at == 0 ? 0 : stages[at - 1].CpuPerRow))),
            ("the rest of PowerShell's process: `WriteObject`, compilation, waiting threads", _memory.CpuPerRowDropped(results) - stages[^1].CpuPerRow),
            ("`Measure-Object` behind it", _memory.CpuPerRowMeasured(results) - _memory.CpuPerRowDropped(results)),
        ];
        var whole = parts.Sum(part => part.Cpu);
        var (most, ofIt) = parts.MaxBy(part => part.Cpu);
        return new Section("6. CPU time by layer")
            .Say($"CPU time per object, from a list of {Words.Count(_memory.Longest)} rows without latency. The client's layers run in a separate, "
                + "warmed-up process, each in addition to the layers before it. The remainder is PowerShell's process without its start: the pipeline, "
                + "JIT compilation and recompilation, and worker threads that spin before they sleep.")
            .Table(
                ["part", "CPU per object", "share", "allocated per object"],
                parts.Select((part, at) => (IReadOnlyList<string>)
                    [part.Name, Microseconds(part.Cpu), Words.Percent(part.Cpu / whole), at < stages.Count ? Bytes(stages, at) : ""]))
            .Say($"The largest part is *{most}*, {Words.Percent(ofIt / whole)} of {Microseconds(whole)} per object.")
            .Table(
                ["up to and including", "rows per second", "CPU per object", "allocated per object", "collections (gen 0, 1, 2)"],
                stages.Select(stage => (IReadOnlyList<string>)
                [
                    stage.Name, Words.Count(stage.RowsPerSecond), Microseconds(stage.CpuPerRow), $"{stage.BytesPerRow:0} B",
                    $"{stage.Gen0}, {stage.Gen1}, {stage.Gen2}",
                ]));
    }

    private static string Bytes(List<Stage> stages, int at) => $"{stages[at].BytesPerRow - (at == 0 ? 0 : stages[at - 1].BytesPerRow):0} B";

    private static string Microseconds(double seconds) => $"{seconds * 1e6:0.0} µs";
}
