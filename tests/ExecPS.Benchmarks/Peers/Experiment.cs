using ExecPS.Benchmarks.Server;

namespace ExecPS.Benchmarks.Peers;

/// <summary>Peers that are compared using one server.</summary>
internal sealed class Experiment(string name, ServeOptions server, int runs, params IReadOnlyList<Peer> peers)
{
    public string Name { get; } = name;

    public ServeOptions Server { get; } = server;

    public int Runs { get; } = runs;

    public IReadOnlyList<Peer> Peers { get; } = peers;
}
