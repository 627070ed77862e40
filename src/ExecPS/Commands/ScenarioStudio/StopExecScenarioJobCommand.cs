namespace ExecPS.Commands;

/// <summary>Cancels scenario jobs that are queued or processing (<c>cancelScenarioJob</c>).</summary>
[Cmdlet(VerbsLifecycle.Stop, "ExecScenarioJob", DefaultParameterSetName = "Id", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ScenarioJob))]
public sealed class StopExecScenarioJobCommand : ExecWriteCmdlet
{
    /// <summary>The IDs of the jobs.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, from input objects.</summary>
    [Parameter(ParameterSetName = "Input", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? JobId { get; set; }

    /// <summary>Writes the canceled jobs.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Cancels the jobs of one input object.</summary>
    protected override void ProcessRecord()
    {
        foreach (var id in (Id ?? JobId)!)
        {
            var job = Send(
                $"Cancel the scenario job '{id}'", new WriteRecord().Add(nameof(JobId), id), $"Get-ExecScenarioJob -Id {id}",
                (notices, stop) => Client.CancelScenarioJobAsync(id, notices, stop));
            if (job is not null && PassThru)
                WriteObject(job);
        }
    }
}
