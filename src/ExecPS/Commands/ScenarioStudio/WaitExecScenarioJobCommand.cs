namespace ExecPS.Commands;

/// <summary>Waits until scenario jobs end, and gets their results (<c>getScenarioJob</c>).</summary>
[Cmdlet(VerbsLifecycle.Wait, "ExecScenarioJob", DefaultParameterSetName = "Id")]
[OutputType(typeof(ScenarioJob))]
public sealed class WaitExecScenarioJobCommand : ExecConnectedCmdlet
{
    private readonly List<string> _jobs = [];

    /// <summary>The IDs of the jobs.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, from input objects.</summary>
    [Parameter(ParameterSetName = "Input", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? JobId { get; set; }

    /// <summary>The number of seconds to wait for all jobs. 0 waits without a limit.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; }

    /// <summary>Collects the jobs of one input object.</summary>
    protected override void ProcessRecord() => _jobs.AddRange((Id ?? JobId)!.Except(_jobs, StringComparer.Ordinal));

    /// <summary>Waits for the jobs, and writes each as soon as it ends.</summary>
    protected override void EndProcessing()
    {
        Poll(
            _jobs, "scenario jobs", TimeoutSec, (id, notices, stop) => Client.GetScenarioJobAsync(id, notices, stop),
            static job => job.Status is ScenarioJobStatus.Completed or ScenarioJobStatus.Failed or ScenarioJobStatus.Cancelled, Write);
        base.EndProcessing();
    }

    private void Write(ScenarioJob job)
    {
        WriteObject(job);
        if (job.Status == ScenarioJobStatus.Failed)
        {
            WriteError(ErrorRecords.Create(
                new InvalidOperationException($"The scenario job '{job.Id}' failed: {job.Error?.ToString() ?? "the API returned no reason"}"),
                "ExecScenarioJobFailed", ErrorCategory.InvalidResult, "Change the prompt or the context, and start another job.", job));
        }
    }
}
