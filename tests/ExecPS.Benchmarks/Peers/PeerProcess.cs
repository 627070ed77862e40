using System.Diagnostics;

namespace ExecPS.Benchmarks.Peers;

/// <summary>Runs a peer and measures it from outside, so that the measured process is the one that a user would start.</summary>
internal static class PeerProcess
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(10);

    public static async Task<PeerRun> RunAsync(Peer peer, string uri)
    {
        using var process = new Process { StartInfo = StartInfo(peer, uri) };
        var cpu = ChildCpuTime.Begin();
        var started = Stopwatch.GetTimestamp();
        process.Start();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = Watch(process, started);
        var wall = Stopwatch.GetElapsedTime(started);
        var run = new PeerRun(wall.TotalSeconds, cpu.End(process).TotalSeconds, peak, await output);
        if (process.ExitCode != 0)
            throw new BenchmarkException($"'{peer.Name}' failed with exit code {process.ExitCode}: {run.Output}{await error}");
        if (peer.Rows is { } rows && (long)run.Told("rows") != rows)
            throw new BenchmarkException($"'{peer.Name}' returned {run.Told("rows")} rows instead of {rows}.");
        return run;
    }

    /// <summary>Waits for the end and polls the peak, which isn't available after the process has ended.</summary>
    private static long Watch(Process process, long started)
    {
        long peak = 0;
        while (!process.WaitForExit(s_look))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, Math.Max(process.PeakWorkingSet64, process.WorkingSet64));
            }
            catch (InvalidOperationException)
            {
                // The process has just ended.
            }

            if (Stopwatch.GetElapsedTime(started) > s_longest)
            {
                process.Kill(entireProcessTree: true);
                throw new BenchmarkException($"A peer didn't end within {s_longest.TotalMinutes} minutes.");
            }
        }

        return peak;
    }

    private static ProcessStartInfo StartInfo(Peer peer, string uri)
    {
        var start = new ProcessStartInfo(peer.FileName, peer.ArgumentsFor(uri))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Neither is part of the measured work, and both send requests.
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";

        // Error output is read as plain text.
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
