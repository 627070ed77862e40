using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace ExecPS.Tests.Export;

/// <summary>
/// A model of a workspace that changes at any time, and exports of it in processes that are ended (as by kill -9) at random points. After
/// each, every file must be complete: the one before, or one with all rows that existed during the run. Set EXECPS_LONG_TESTS for the long run.
/// </summary>
public sealed class ExportCrashTests : IDisposable
{
    private static readonly bool s_isLong = Environment.GetEnvironmentVariable("EXECPS_LONG_TESTS") is { Length: > 0 };
    private static readonly string s_probe = typeof(ExportCrashTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "ExportProbe").Value!;
    private static readonly string[] s_files = ["sessions", "knowledge-pages", "assignments"];

    private readonly string _folder = Directory.CreateTempSubdirectory("execps-crash").FullName;

    /// <summary>Each seed is one sequence of changes and ends.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, s_isLong ? 30 : 2)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_process_that_is_ended_leaves_complete_files_and_the_next_run_loses_no_rows(int seed)
    {
        var random = new Random(seed);
        using var server = new ModelServer(seed);
        server.Fill(200, days: 40);
        var requestsOfRun = 60;
        for (var run = 0; run < (s_isLong ? 25 : 6); run++)
        {
            server.IsChanging = random.Next(3) > 0;
            server.Ahead += TimeSpan.FromHours(random.Next(60));
            server.Change(random.Next(20));
            var before = s_files.ToDictionary(file => file, file => (Content: ReadOrNull(file), Rows: server.Copy(file)));

            await RunAsync(server, random, random.Next(1, requestsOfRun));

            foreach (var file in s_files)
                AssertComplete(server, file, before[file].Content, before[file].Rows);
        }

        // Nothing changes any more, so the files must be equal to the workspace.
        server.IsChanging = false;
        await RunAsync(server, random, killAt: null);

        // A run that continues an interrupted one has rows that may have changed, which the next one reads again.
        await RunAsync(server, random, killAt: null);
        foreach (var file in s_files)
        {
            Assert.Equal(server.Copy(file).Select(row => row.Signature).Order(StringComparer.Ordinal), ExportFile.Signatures(PathOf(file)).Order(StringComparer.Ordinal));
        }

        Assert.Equal(["lock", "state.json"], Directory.EnumerateFiles(Path.Combine(_folder, ".execps")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string file) => Path.Combine(_folder, file + ".csv");

    private string? ReadOrNull(string file) => File.Exists(PathOf(file)) ? File.ReadAllText(PathOf(file)) : null;

    /// <summary>The file is the one before, or has all rows that existed before and after the run, each once and in a form that it had.</summary>
    private void AssertComplete(ModelServer server, string file, string? before, List<ModelRow> rowsBefore)
    {
        var rows = ExportFile.Signatures(PathOf(file));
        if (ReadOrNull(file) == before)
            return;

        var ids = rows.Select(row => row.Split(' ')[0]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(rows, row => Assert.Contains(row, server.History));
        var after = server.Copy(file).Select(row => row.Id).ToHashSet();
        Assert.Empty(rowsBefore.Select(row => row.Id).Where(after.Contains).Except(ids));
    }

    /// <summary>Runs an export and ends it after a number of requests, and up to a few milliseconds later.</summary>
    private async Task RunAsync(ModelServer server, Random random, int? killAt)
    {
        var maximum = killAt is not null && random.Next(4) == 0 ? random.Next(1, 40) : 0;
        var start = new ProcessStartInfo("dotnet", [s_probe, server.BaseUri.AbsoluteUri, _folder, "Csv",
            server.Ahead.TotalHours.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture), "Session", "KnowledgePage", "Assignment"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        var first = server.RequestCount;
        var delay = random.Next(30);
        using var process = Process.Start(start)!;
        server.OnRequest = count =>
        {
            if (count - first == killAt)
                _ = Task.Delay(delay).ContinueWith(_ => process.Kill(), TaskScheduler.Default);
        };
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        server.OnRequest = null;
        Assert.Equal("", await errors);
        TestContext.Current.TestOutputHelper!.WriteLine($"{(await output).Replace('\n', ';')} killed at {killAt}, requests {server.RequestCount - first}, exit {process.ExitCode}");
        if (killAt is null)
            Assert.Equal(3, (await output).Split(" True ").Length - 1);
    }
}
