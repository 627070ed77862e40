using System.Management.Automation;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Says how far the making of scenarios has come (<c>getScenarioJob</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioJob", DefaultParameterSetName = "Id")]
[OutputType(typeof(ScenarioJob))]
public sealed class GetExecScenarioJobCommand : ExecConnectedCmdlet
{
    /// <summary>The jobs' identifiers.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, Mandatory = true)]
    [ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>The same as <c>-Id</c>, from input objects.</summary>
    [Parameter(ParameterSetName = "Input", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? JobId { get; set; }

    /// <summary>Asks for each job, and writes what has come.</summary>
    protected override void ProcessRecord()
    {
        foreach (var job in (Id ?? JobId)!)
            QueueRequest((notices, stop) => Client.GetScenarioJobAsync(job, notices, stop));
    }
}
