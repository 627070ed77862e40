using System.Management.Automation;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;

namespace ExecPS.Commands;

/// <summary>Gives the workspace that the connection's key belongs to (<c>getWorkspace</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecWorkspace")]
[OutputType(typeof(Workspace))]
public sealed class GetExecWorkspaceCommand : ExecConnectedCmdlet
{
    /// <summary>Asks and writes.</summary>
    protected override void ProcessRecord() => QueueRequest(Client.GetWorkspaceAsync);
}
