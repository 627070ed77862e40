using System.Management.Automation;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Connections;

namespace ExecPS.Commands;

/// <summary>Closes connections of the session and forgets their keys.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ExecWorkspace", DefaultParameterSetName = ConnectionSet)]
[OutputType(typeof(void))]
public sealed class DisconnectExecWorkspaceCommand : ExecCmdlet
{
    private const string ConnectionSet = "Connection";
    private const string AllSet = "All";

    /// <summary>The connections to close, by object or by name; the session's default when none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ConnectionSet)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ConnectionTransform]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public ExecConnection[]? Connection { get; set; }

    /// <summary>Closes every connection of the session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Closes the connections.</summary>
    protected override void ProcessRecord()
    {
        var store = ConnectionStore.OfThisRunspace;
        var chosen = All ? store.All : Connection ?? (store.Default is { } last ? [last] : []);
        if (chosen.Count == 0 && !All)
        {
            ThrowInvalidArgument("ExecNotConnected", ErrorCategory.ConnectionError,
                "There is nothing to disconnect: this session isn't connected to an Exec workspace.",
                "Get-ExecConnection lists the session's connections.");
        }

        foreach (var connection in chosen)
        {
            store.Remove(connection);
            connection.Close();
        }
    }
}
