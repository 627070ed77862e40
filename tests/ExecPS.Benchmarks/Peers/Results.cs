namespace ExecPS.Benchmarks.Peers;

/// <summary>The results by peer.</summary>
internal sealed class Results
{
    private readonly Dictionary<Peer, Series> _series = [];

    public Series this[Peer peer] => _series[peer];

    public void Add(Peer peer, PeerRun run)
    {
        if (_series.TryGetValue(peer, out var series))
            series.Add(run);
        else
            _series[peer] = new(run);
    }
}
