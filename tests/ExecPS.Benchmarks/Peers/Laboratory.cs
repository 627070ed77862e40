using System.Diagnostics;

namespace ExecPS.Benchmarks.Peers;

/// <summary>Runs experiments: every peer once, then every peer again, so that other load on the computer affects all of them.</summary>
internal static class Laboratory
{
    public static async Task<Results> RunAsync(IEnumerable<Experiment> experiments)
    {
        var results = new Results();
        foreach (var experiment in experiments)
        {
            var started = Stopwatch.GetTimestamp();
            await Console.Error.WriteLineAsync($"{experiment.Name}: {experiment.Runs} runs of {experiment.Peers.Count} peers");
            await using var server = await ServerProcess.StartAsync(experiment.Server);
            for (var round = 0; round < experiment.Runs; round++)
            {
                foreach (var peer in experiment.Peers.Where(peer => round < (peer.Runs ?? experiment.Runs)))
                    results.Add(peer, await RunAsync(peer, server));
            }

            await Console.Error.WriteLineAsync($"  {Words.Seconds(Stopwatch.GetElapsedTime(started).TotalSeconds)}");
        }

        return results;
    }

    private static async Task<PeerRun> RunAsync(Peer peer, ServerProcess server)
    {
        await server.ResetAsync();
        var run = await PeerProcess.RunAsync(peer, server.Uri);
        run = run with { Server = await server.StatsAsync() };
        await Console.Error.WriteLineAsync(
            $"  {peer.Name}: {Words.Seconds(run.WallSeconds)}, CPU {Words.Seconds(run.CpuSeconds)}, {Words.Mebibytes(run.PeakBytes)}, {run.Server.Requests} requests");
        return run;
    }
}
