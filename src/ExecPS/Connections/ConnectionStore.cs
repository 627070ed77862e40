using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace ExecPS.Connections;

/// <summary>The connections of one runspace; the one made last is the default.</summary>
/// <remarks>Hosts serve several people from one process, each from a runspace of their own; so nothing here is shared.</remarks>
internal sealed class ConnectionStore
{
    private static readonly ConditionalWeakTable<Runspace, ConnectionStore> s_stores = new();

    private readonly List<ExecConnection> _connections = [];

    /// <summary>The store of the runspace that this thread runs; an empty one outside of any.</summary>
    public static ConnectionStore OfThisRunspace =>
        Runspace.DefaultRunspace is { } runspace ? s_stores.GetOrCreateValue(runspace) : new();

    /// <summary>All connections, in the order in which they were made.</summary>
    public IReadOnlyList<ExecConnection> All => [.. _connections];

    /// <summary>The connection that is used when none is named; null when there is none.</summary>
    public ExecConnection? Default => _connections.Count == 0 ? null : _connections[_connections.Count - 1];

    /// <summary>The connection of this name, in any case; null when there is none.</summary>
    public ExecConnection? Find(string name) =>
        _connections.Find(connection => string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says that there is no connection of this name, and which there are.</summary>
    public string SayMissing(string name) => _connections.Count == 0
        ? $"There is no connection '{name}': this session has none."
        : $"There is no connection '{name}'. This session has: {string.Join(", ", _connections)}.";

    /// <summary>The connections whose names match any of the patterns.</summary>
    public IEnumerable<ExecConnection> Matching(IReadOnlyCollection<string> patterns) =>
        All.Where(connection => patterns.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(connection.Name)));

    /// <summary>Makes a connection the default; one of the same name gives way, and goes on for whoever still holds it.</summary>
    public void Add(ExecConnection connection)
    {
        _connections.RemoveAll(other => string.Equals(other.Name, connection.Name, StringComparison.OrdinalIgnoreCase));
        _connections.Add(connection);
    }

    public void Remove(ExecConnection connection) => _connections.Remove(connection);
}
