using System.Management.Automation;
using ExecPS.Client;
using ExecPS.Completion;
using ExecPS.Connections;

namespace ExecPS.Cmdlets;

/// <summary>A command that asks the API over a connection of the session.</summary>
public abstract class ExecConnectedCmdlet : ExecCmdlet
{
    private protected ExecConnectedCmdlet()
    {
    }

    /// <summary>The connection to use, by object or by name; the session's default when it isn't given.</summary>
    [Parameter]
    [ValidateNotNull]
    [ConnectionTransform]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public ExecConnection? Connection { get; set; }

    private protected ExecClient Client { get; private set; } = null!;

    /// <summary>Finds the connection, or says how to make one.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var connection = Connection ?? ConnectionStore.OfThisRunspace.Default;
        if (connection is null)
        {
            Refuse("ExecNotConnected", ErrorCategory.ConnectionError,
                "This session isn't connected to an Exec workspace.",
                "Connect with Connect-ExecWorkspace -ApiKey (Read-Host -AsSecureString), or try things out with Connect-ExecWorkspace -Sandbox.");
        }

        if (connection!.Client is not { } client)
        {
            Refuse("ExecDisconnected", ErrorCategory.ConnectionError,
                $"The connection '{connection.Name}' was closed by Disconnect-ExecWorkspace.",
                "Connect again with Connect-ExecWorkspace.", connection);
            return;
        }

        Client = client;
    }
}
