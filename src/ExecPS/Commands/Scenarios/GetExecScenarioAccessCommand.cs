using System.Management.Automation;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Says what users may do with scenarios (<c>checkScenarioAccess</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioAccess")]
[OutputType(typeof(ScenarioAccess))]
public sealed class GetExecScenarioAccessCommand : ExecConnectedCmdlet
{
    /// <summary>The scenarios' identifiers.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>The users' email addresses; each user is looked up for each scenario.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Asks for each scenario and each user, and writes what has come.</summary>
    protected override void ProcessRecord()
    {
        foreach (var scenario in ScenarioId!)
        {
            foreach (var email in UserEmail!)
                QueueRequest((notices, stop) => Client.GetScenarioAccessAsync(scenario, email, notices, stop));
        }
    }
}
