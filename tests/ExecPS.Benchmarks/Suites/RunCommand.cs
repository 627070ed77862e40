using System.Diagnostics;
using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary><c>run</c>: measures everything and writes docs/benchmarks.md.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = Options.Read(arguments, ["--quick"], ["--runs", "--powershell", "--module", "--output"]);
        var sizes = Sizes.Of(options.Has("--quick"), options.Text("--runs") is null ? null : Math.Max(1, options.RequiredNumber("--runs")));
        var pwsh = Pwsh.Create(options.Text("--powershell") ?? "pwsh", Path.GetFullPath(options.Text("--module") ?? Path.Combine(Repository.Root, "out", "ExecPS")));
        var output = Path.GetFullPath(options.Text("--output") ?? Path.Combine(Repository.Root, "docs", "benchmarks.md"));

        var started = Stopwatch.GetTimestamp();
        var throughput = new ThroughputSuite(sizes, pwsh);
        var memory = new MemorySuite(sizes, pwsh);
        Suite[] suites =
        [
            throughput, new LatencySuite(sizes, pwsh), memory, new FirstObjectSuite(sizes, pwsh), new ImportSuite(sizes, pwsh),
            new ProfileSuite(memory), new WorkspaceExportSuite(sizes, pwsh), new SlowConsumerSuite(sizes, pwsh), new LatePageSuite(sizes, pwsh), new RunspacesSuite(sizes, pwsh),
        ];

        // Reads the files once, so that no peer has to wait for the disk.
        var software = await Machine.SoftwareAsync(pwsh);
        var results = await Laboratory.RunAsync(suites.SelectMany(suite => suite.Experiments));
        var report = ReportFile.Compose(
            Machine.Hardware, software, throughput.ServersCost(results), sizes.Runs, sizes.IsQuick, [.. suites.Select(suite => suite.Report(results))]);
        await File.WriteAllTextAsync(output, report);
        await Console.Error.WriteLineAsync($"Wrote {output} after {Words.Seconds(Stopwatch.GetElapsedTime(started).TotalSeconds)}.");
        return 0;
    }
}
