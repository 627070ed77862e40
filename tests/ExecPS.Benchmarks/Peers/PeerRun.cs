using System.Globalization;
using ExecPS.Benchmarks.Server;

namespace ExecPS.Benchmarks.Peers;

/// <summary>One run of a peer.</summary>
/// <param name="WallSeconds">The time from the start to the end of the process.</param>
/// <param name="CpuSeconds">User and system time of the process.</param>
/// <param name="PeakBytes">The peak working set.</param>
/// <param name="Output">The output of the process.</param>
internal sealed record PeerRun(double WallSeconds, double CpuSeconds, long PeakBytes, string Output)
{
    /// <summary>The server's counts during the run.</summary>
    public ServerStats Server { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>A number that the peer printed, as <c>name=number</c> on its own line.</summary>
    public double Told(string name) => double.Parse(
        TextTold(name) ?? throw new BenchmarkException($"A peer was to print '{name}=', and printed: {Output}"), CultureInfo.InvariantCulture);

    /// <summary>A text that the peer printed in the same way; null if there is none.</summary>
    public string? TextTold(string name) => Output.Split('\n')
        .Select(line => line.Trim().Split('=', 2))
        .Where(parts => parts.Length == 2 && parts[0] == name)
        .Select(parts => parts[1])
        .LastOrDefault();
}
