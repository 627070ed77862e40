using ExecPS.Connections;

namespace ExecPS.Commands;

/// <summary>Closes connections of the session and releases their keys.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ExecWorkspace", DefaultParameterSetName = ConnectionSet)]
[OutputType(typeof(void))]
public sealed class DisconnectExecWorkspaceCommand : ExecCmdlet
{
    private const string ConnectionSet = "Connection";
    private const string AllSet = "All";

    /// <summary>The connections to close, as objects or by name. The default is the session's default connection.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ConnectionSet)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public ExecConnection[]? Connection { get; set; }

    /// <summary>Closes every connection of the session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Closes the connections.</summary>
    protected override void ProcessRecord()
    {
        var store = Connections;
        var connections = All ? store.All : Connection ?? (store.Default is { } last ? [last] : []);
        if (connections.Count == 0 && !All)
        {
            ThrowTerminating("ExecNotConnected", ErrorCategory.ConnectionError,
                store.All.Count == 0
                    ? "This session has no connections."
                    : "This session has no default connection.",
                "Run Get-ExecConnection to list the connections of this session.");
        }

        foreach (var connection in connections)
            store.Close(connection);
    }
}
