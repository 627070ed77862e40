using System.Text.Json;
using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Server;

namespace ExecPS.Benchmarks.Profile;

/// <summary><c>profile</c>: runs lists with the client in this process, layer by layer.</summary>
internal static class ProfileCommand
{
    private const int Rounds = 3;
    private const int WarmUpRows = 50_000;

    /// <summary>The runtime recompiles frequently used methods after a short time without new compilations.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = Options.Read(arguments, ["--json"], ["--uri", "--rows"]);
        var rows = options.Number("--rows", 100_000);
        if (options.Text("--uri") is { } uri)
        {
            await MeasureAsync(uri, rows, options.Has("--json"));
            return 0;
        }

        await using var server = await ServerProcess.StartAsync(new ServeOptions(rows));
        await MeasureAsync(server.Uri, rows, options.Has("--json"));
        return 0;
    }

    private static async Task MeasureAsync(string uri, int rows, bool asJson)
    {
        using var stages = new Stages(uri);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (_, list) in stages.All)
                await list(Math.Min(rows, WarmUpRows));
            await Task.Delay(s_quiet);
        }

        var rounds = new List<Stage>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, list) in stages.All)
                rounds.Add(await Stage.MeasureAsync(name, () => list(rows)));
        }

        // The median round of each layer.
        List<Stage> measured = [.. rounds.GroupBy(stage => stage.Name).Select(layer => layer.OrderBy(stage => stage.CpuSeconds).ElementAt(Rounds / 2))];
        if (asJson)
            Console.WriteLine($"profile={JsonSerializer.Serialize(measured, ProfileJsonContext.Default.ListStage)}");
        else
            Print(measured);
    }

    private static void Print(List<Stage> stages)
    {
        Console.WriteLine($"{"up to and with",-42} {"rows/s",10} {"CPU µs/row",10} {"bytes/row",10} {"gen 0/1/2",14}");
        foreach (var stage in stages)
        {
            Console.WriteLine(
                $"{stage.Name,-42} {stage.RowsPerSecond,10:N0} {stage.CpuPerRow * 1e6,10:0.00} {stage.BytesPerRow,10:0} {$"{stage.Gen0}/{stage.Gen1}/{stage.Gen2}",14}");
        }
    }
}
