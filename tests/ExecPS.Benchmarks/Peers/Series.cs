namespace ExecPS.Benchmarks.Peers;

/// <summary>All runs of a peer.</summary>
internal sealed class Series(PeerRun first)
{
    private readonly List<PeerRun> _runs = [first];

    public IReadOnlyList<PeerRun> Runs => _runs;

    public double Wall => Median(run => run.WallSeconds);

    public double Cpu => Median(run => run.CpuSeconds);

    public double Peak => Median(run => run.PeakBytes);

    public double Pages => Median(run => run.Server.Pages);

    public double Requests => Median(run => run.Server.Requests);

    public double ServerCpu => Median(run => run.Server.ProcessorSeconds);

    public void Add(PeerRun run) => _runs.Add(run);

    public double Told(string name) => Median(run => run.Told(name));

    public double Median(Func<PeerRun, double> figure)
    {
        double[] sorted = [.. _runs.Select(figure).Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double Max(Func<PeerRun, double> figure) => _runs.Max(figure);

    public double Min(Func<PeerRun, double> figure) => _runs.Min(figure);

    /// <summary>The median, with the minimum and the maximum if they differ, as shown in the tables.</summary>
    public string Spread(Func<PeerRun, double> figure, Func<double, string> say)
    {
        var (least, most) = (say(Min(figure)), say(Max(figure)));
        return least == most ? least : $"{say(Median(figure))} ({least} to {most})";
    }
}
