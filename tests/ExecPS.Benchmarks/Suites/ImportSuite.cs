using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>The cost of importing the module, compared with a minimal binary module.</summary>
internal sealed class ImportSuite : Suite
{
    private readonly Peer _nothing;
    private readonly Peer _trivial;
    private readonly Peer _trivialWithView;
    private readonly Peer _module;
    private readonly Peer _loaded;

    public ImportSuite(Sizes sizes, Pwsh pwsh)
    {
        _nothing = pwsh.Script("nothing", Timed(""));
        _trivial = pwsh.Script("a module of one trivial cmdlet", Timed($"Import-Module {Pwsh.Quote(Repository.TrivialModule)}"));
        _trivialWithView = pwsh.Script("the same with one view and one type", Timed($"Import-Module {Pwsh.Quote(Repository.TrivialModule.Replace("TrivialModule.psd1", "TrivialViewModule.psd1", StringComparison.Ordinal))}"));
        _module = pwsh.Script("ExecPS", Timed($"Import-Module {pwsh.Manifest}"));
        _loaded = pwsh.Script("what ExecPS loads", $$"""
            $before = [AppDomain]::CurrentDomain.GetAssemblies().ForEach{ $_.GetName().Name }
            Import-Module {{pwsh.Manifest}}
            "loaded=" + (@([AppDomain]::CurrentDomain.GetAssemblies().ForEach{ $_.GetName().Name }.Where{ $_ -notin $before } | Sort-Object) -join ', ')
            """, runs: 1);
        Experiments = [new("import", new(0), sizes.RunsOfShort, _nothing, _trivial, _trivialWithView, _module, _loaded)];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var alone = results[_module].Told("import") / results[_trivial].Told("import");
        var withView = results[_module].Told("import") / results[_trivialWithView].Told("import");
        var least = results[_trivialWithView].Told("import") / results[_trivial].Told("import");
        return new Section("5. `Import-Module`")
            .Table(
                ["imported", "whole process", "difference", "`Import-Module` only"],
                new[] { _nothing, _trivial, _trivialWithView, _module }.Select(peer => (IReadOnlyList<string>)
                [
                    peer.Name,
                    results[peer].Spread(run => run.WallSeconds, Words.Milliseconds),
                    peer == _nothing ? "" : Words.Milliseconds(Added(results, peer)),
                    peer == _nothing ? "" : results[peer].Spread(run => run.Told("import"), Words.Milliseconds),
                ]))
            .Say("The target applies to the command's own time, because the start times of processes vary by more than the difference. "
                + $"PowerShell needs additional time for a module with views and types, even if these files are small: with one of each, the trivial module takes {Words.Ratio(least)} times as long as without, "
                + $"and ExecPS takes {Words.Ratio(withView)} times as long as with them. If views were loaded later, they would be missing for objects restored from a file, and the first command would take longer. "
                + $"Assemblies loaded by importing ExecPS: {results[_loaded].Runs[0].TextTold("loaded")}.")
            .Judge(Verdict.AtMost("5. `Import-Module` of ExecPS, compared with that of a trivial binary module", alone, 1.3, Words.Ratio));
    }

    private double Added(Results results, Peer peer) => results[peer].Wall - results[_nothing].Wall;

    private static string Timed(string command) => $$"""
        $watch = [Diagnostics.Stopwatch]::StartNew()
        {{command}}
        "import=$($watch.Elapsed.TotalSeconds)"
        """;
}
