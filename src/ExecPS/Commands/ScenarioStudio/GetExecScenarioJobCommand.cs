namespace ExecPS.Commands;

/// <summary>Gets the status and result of scenario jobs (<c>getScenarioJob</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioJob", DefaultParameterSetName = "Id")]
[OutputType(typeof(ScenarioJob))]
public sealed class GetExecScenarioJobCommand : ExecConnectedCmdlet
{
    /// <summary>The IDs of the jobs.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, for jobs from the pipeline.</summary>
    [Parameter(ParameterSetName = "Input", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? JobId { get; set; }

    /// <summary>Writes each job.</summary>
    protected override void ProcessRecord() => WriteEach((Id ?? JobId)!, Client.GetScenarioJobAsync);
}
