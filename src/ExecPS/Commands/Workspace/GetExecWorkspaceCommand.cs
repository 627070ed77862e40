namespace ExecPS.Commands;

/// <summary>Gets the workspace that the connection's key belongs to (<c>getWorkspace</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecWorkspace")]
[OutputType(typeof(Workspace))]
public sealed class GetExecWorkspaceCommand : ExecConnectedCmdlet
{
    /// <summary>Writes the workspace.</summary>
    protected override void ProcessRecord() => WriteEach([Client], (client, notices, stop) => client.GetWorkspaceAsync(notices, stop));
}
