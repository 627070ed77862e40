using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>Orders a few scenarios from Scenario Studio.</summary>
/// <remarks>The API can't list jobs, so their identifiers are the same in every workspace, to be known by heart.</remarks>
internal static class JobMaker
{
    public static IReadOnlyDictionary<string, ScenarioJob> Make(IReadOnlyList<ScenarioEntry> scenarios, DateTimeOffset today)
    {
        var newest = scenarios.First(scenario => !scenario.IsArchived);
        var next = scenarios.Where(scenario => !scenario.IsArchived).ElementAt(1);
        ScenarioJob[] jobs =
        [
            Job("jobqueued001", ScenarioJobStatus.Queued, today.AddSeconds(-20)),
            Job("jobprocess01", ScenarioJobStatus.Processing, today.AddSeconds(-150), startsAfter: 4),
            Done("jobcompleted", newest, 214),
            Done("jobcomplete2", next, 187.5),
            Failed("jobfailed001", today.AddDays(-12).AddHours(15), "GENERATION_ERROR", "Unable to generate scenario from the provided prompt"),
            Failed("jobfailed002", today.AddDays(-3).AddHours(11), "CONTENT_POLICY_VIOLATION", "The prompt is against the content policy"),
            Job("jobcancelled", ScenarioJobStatus.Cancelled, today.AddDays(-5).AddHours(9), startsAfter: 5, takes: 31),
        ];
        return jobs.ToDictionary(job => job.Id!, StringComparer.Ordinal);
    }

    private static ScenarioJob Job(string id, ScenarioJobStatus status, DateTimeOffset created, double? startsAfter = null, double? takes = null)
    {
        var started = startsAfter is { } wait ? created.AddSeconds(wait) : (DateTimeOffset?)null;
        return new()
        {
            Id = id,
            Status = status,
            CreatedAt = created.LocalDateTime,
            StartedAt = started?.LocalDateTime,
            CompletedAt = takes is { } seconds ? started?.AddSeconds(seconds).LocalDateTime : null,
            DurationSeconds = takes,
        };
    }

    /// <summary>One that ended when its scenario came into being.</summary>
    private static ScenarioJob Done(string id, ScenarioEntry scenario, double takes)
    {
        var job = Job(id, ScenarioJobStatus.Completed, scenario.CreatedAt.AddSeconds(-takes - 5), startsAfter: 5, takes);
        job.Scenario = new() { Id = scenario.Ref.Id, Name = scenario.Ref.Name, Slug = scenario.Ref.Slug, Url = scenario.Url };
        return job;
    }

    private static ScenarioJob Failed(string id, DateTimeOffset created, string code, string message)
    {
        var job = Job(id, ScenarioJobStatus.Failed, created, startsAfter: 6, takes: 27);
        job.Error = new() { Code = code, Message = message };
        return job;
    }
}
