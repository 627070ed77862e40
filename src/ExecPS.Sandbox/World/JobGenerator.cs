namespace ExecPS.Sandbox.World;

/// <summary>Generates Scenario Studio jobs, at least one with each status.</summary>
/// <remarks>The API can't list jobs, so their IDs are fixed and documented. The queued job and the processing job stay so.</remarks>
internal static class JobGenerator
{
    public static IReadOnlyDictionary<string, JobEntry> Generate(IReadOnlyList<ScenarioEntry> scenarios, DateTimeOffset today)
    {
        ScenarioEntry[] newest = [.. scenarios.Where(scenario => !scenario.IsArchived).Take(2)];
        JobEntry[] jobs =
        [
            new("jobqueued001", ScenarioJobStatus.Queued, today.AddSeconds(-20)),
            new("jobprocess01", ScenarioJobStatus.Processing, today.AddSeconds(-150)) { StartedAt = today.AddSeconds(-146) },
            Completed("jobcompleted", newest[0], seconds: 214),
            Completed("jobcomplete2", newest[1], seconds: 187.5),
            Failed("jobfailed001", today.AddDays(-12).AddHours(15), "GENERATION_ERROR", "Unable to generate scenario from the provided prompt"),
            Failed("jobfailed002", today.AddDays(-3).AddHours(11), "CONTENT_POLICY_VIOLATION", "The prompt violates the content policy"),
            Finished(new("jobcancelled", ScenarioJobStatus.Cancelled, today.AddDays(-5).AddHours(9)), seconds: 31),
        ];
        return jobs.ToDictionary(job => job.Id, StringComparer.Ordinal);
    }

    /// <summary>A job that finished when its scenario was created.</summary>
    private static JobEntry Completed(string id, ScenarioEntry scenario, double seconds) =>
        Finished(new(id, ScenarioJobStatus.Completed, scenario.CreatedAt.AddSeconds(-seconds - 5)) { Scenario = scenario }, seconds);

    private static JobEntry Failed(string id, DateTimeOffset created, string code, string message) =>
        Finished(new(id, ScenarioJobStatus.Failed, created) { Error = (code, message) }, seconds: 27);

    private static JobEntry Finished(JobEntry job, double seconds) =>
        job with { StartedAt = job.CreatedAt.AddSeconds(5), CompletedAt = job.CreatedAt.AddSeconds(5 + seconds) };
}
