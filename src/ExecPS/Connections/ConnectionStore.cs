using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ExecPS.Conversion;

namespace ExecPS.Connections;

/// <summary>The connections of one runspace.</summary>
/// <remarks>
/// A global variable of the runspace holds the key of its store. Resetting a runspace for reuse, as
/// <c>ForEach-Object -Parallel</c> does, clears global variables, but neither module variables nor static fields. The next user
/// of the runspace therefore starts without connections, and connections that nothing else refers to are closed.
/// </remarks>
internal sealed class ConnectionStore
{
    private const string KeyVariable = "global:ExecPSConnectionStore";

    private static readonly ConditionalWeakTable<Key, ConnectionStore> s_stores = new();
    private static readonly ScriptBlock s_engine = ScriptBlock.Create("$ExecutionContext");

    private readonly SessionState? _session;
    private readonly List<ExecConnection> _connections = [];
    private bool _hasDefault;

    private ConnectionStore(SessionState? session) => _session = session;

    /// <summary>Gets the store of the runspace that this thread runs, or an empty store if it runs none.</summary>
    public static ConnectionStore OfThisRunspace =>
        Runspace.DefaultRunspace is null ? new(null) : Of(((EngineIntrinsics)s_engine.InvokeReturnAsIs().Unwrap()!).SessionState);

    /// <summary>Gets all connections, in the order in which they were made.</summary>
    public IReadOnlyList<ExecConnection> All => [.. _connections];

    /// <summary>Gets the connection that commands use if none is named, or null if there is none.</summary>
    public ExecConnection? Default => _hasDefault && _connections.Count > 0 ? _connections[_connections.Count - 1] : null;

    /// <summary>Gets the store of a runspace. It is kept once it has a connection.</summary>
    /// <param name="session">The session state of a command that runs in the runspace.</param>
    public static ConnectionStore Of(SessionState session) =>
        session.PSVariable.GetValue(KeyVariable).Unwrap() is Key { IsOfThisRunspace: true } key && s_stores.TryGetValue(key, out var store)
            ? store
            : new(session);

    /// <summary>Gets the connection with this name, ignoring case, or null if there is none.</summary>
    public ExecConnection? Find(string name) => _connections.Find(connection => connection.HasName(name));

    /// <summary>Describes that no connection has this name, and lists the existing names.</summary>
    public string DescribeMissing(string name) => _connections.Count == 0
        ? $"There is no connection named '{name}'. This session has no connections."
        : $"There is no connection named '{name}'. This session has: {string.Join(", ", _connections)}.";

    /// <summary>Gets the connections whose names match any of the patterns.</summary>
    public IEnumerable<ExecConnection> Matching(IReadOnlyCollection<string> patterns) =>
        All.Where(connection => patterns.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(connection.Name)));

    /// <summary>Adds a connection and makes it the default. Closes the connection that had the same name.</summary>
    public void Add(ExecConnection connection)
    {
        Close(connection.Name);
        _connections.Add(connection);
        _hasDefault = true;
        Keep();
    }

    /// <summary>Closes a connection and removes it.</summary>
    public void Close(ExecConnection connection)
    {
        _connections.Remove(connection);
        connection.Close();
    }

    /// <summary>Closes every connection and removes it.</summary>
    public void CloseAll()
    {
        foreach (var connection in All)
            Close(connection);
    }

    /// <summary>Removes what a failed attempt to connect would have replaced: the connection with this name, and the default.</summary>
    /// <remarks>Otherwise the commands that follow would use the connection to another workspace.</remarks>
    public void FailToConnect(string name)
    {
        Close(name);
        _hasDefault = false;
    }

    private void Close(string name)
    {
        if (Find(name) is { } connection)
            Close(connection);
    }

    private void Keep()
    {
        if (_session is null || ReferenceEquals(Of(_session), this))
            return;

        var key = new Key();
        s_stores.Add(key, this);
        _session.PSVariable.Set(KeyVariable, key);
    }

    /// <summary>Identifies the store of one runspace. A copy of the variable in another runspace has no effect there.</summary>
    private sealed class Key
    {
        private readonly Guid? _runspace = Runspace.DefaultRunspace?.InstanceId;

        public bool IsOfThisRunspace => _runspace == Runspace.DefaultRunspace?.InstanceId;

        public override string ToString() => "Connections of ExecPS";
    }
}
