using System.Text.Json.Nodes;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;
using ExecPS.Sandbox;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Scenario Studio sessions and jobs.</summary>
public sealed class StudioWriteTests : IDisposable
{
    private readonly SandboxCalls _calls = SandboxCalls.To(50);

    public void Dispose() => _calls.Dispose();

    private string Email => _calls.World.Users[5].Email!;

    [Fact]
    public async Task A_session_has_a_link_and_is_created_once_per_request_ID()
    {
        var first = await SessionAsync("meeting-1");
        var repeated = await SessionAsync("meeting-1");
        var other = await SessionAsync("meeting-2");
        var without = await SessionAsync(null);

        Assert.EndsWith("/chat/" + (string?)first["id"], (string?)first["url"], StringComparison.Ordinal);
        Assert.Equal((true, false, true, true), ((bool)first["is_new"]!, (bool)repeated["is_new"]!, (bool)other["is_new"]!, (bool)without["is_new"]!));
        Assert.Equal((string?)first["id"], (string?)repeated["id"]);
        Assert.Equal(3, new[] { first, other, without }.Select(session => (string?)session["id"]).Distinct().Count());

        Task<JsonNode> SessionAsync(string? requestId) =>
            _calls.WriteAsync(200, HttpMethod.Post, "/scenario-studio", requestId is null ? new { user_email = Email, prompt = "A call" } : new { user_email = Email, prompt = "A call", request_id = requestId });
    }

    [Fact]
    public async Task A_job_is_queued_then_processed_then_completed_with_a_listed_scenario()
    {
        var job = await StartAsync(new { user_email = Email, prompt = "Renewal call with a new CFO\nMore details", context = "## Context" });
        Assert.Equal(("queued", true), ((string?)job["status"], (bool)job["is_new"]!));
        var id = (string)job["id"]!;

        _calls.Clock.Advance(TimeSpan.FromSeconds(1));
        var processing = await JobAsync(id);
        Assert.Equal((ScenarioJobStatus.Processing, null, null), (processing.Status, processing.CompletedAt, processing.Scenario));

        _calls.Clock.Advance(TimeSpan.FromSeconds(3));
        var completed = await JobAsync(id);
        Assert.Equal((ScenarioJobStatus.Completed, 3.0, "Renewal call with a new CFO"), (completed.Status, completed.DurationSeconds, completed.ScenarioName));
        var scenario = (await _calls.ListAsync<Scenario>("/scenarios"))[0];
        Assert.Equal(
            (completed.ScenarioId, completed.ScenarioUrl, Email, Visibility.Private, "## Context", completed.CompletedAt),
            (scenario.Id, scenario.Url, scenario.OwnerEmail, scenario.Visibility, scenario.Context, scenario.CreatedAt));
        Assert.Equal(0, (await _calls.OneAsync<ScenarioAnalytics>($"/scenarios/{scenario.Slug}/analytics/summary")).TotalSessions);
    }

    [Fact]
    public async Task A_job_that_is_not_polled_has_the_same_dates()
    {
        var id = (string)(await StartAsync(new { user_email = Email, prompt = "A call" }))["id"]!;

        _calls.Clock.Advance(TimeSpan.FromHours(1));

        var job = await JobAsync(id);
        Assert.Equal((SandboxCalls.Start.AddSeconds(1), SandboxCalls.Start.AddSeconds(4)), (job.StartedAt!.Value, job.CompletedAt!.Value));
    }

    [Fact]
    public async Task A_prompt_with_the_failure_marker_makes_the_job_fail()
    {
        var id = (string)(await StartAsync(new { user_email = Email, prompt = $"A call ({SandboxDefaults.FailureMarker.ToUpperInvariant()})" }))["id"]!;

        _calls.Clock.Advance(TimeSpan.FromSeconds(4));

        var job = await JobAsync(id);
        Assert.Equal((ScenarioJobStatus.Failed, "GENERATION_ERROR", null), (job.Status, job.Error!.Code, job.Scenario));
        Assert.Equal(24, (await _calls.ListAsync<Scenario>("/scenarios")).Count);
    }

    [Fact]
    public async Task A_repeated_request_ID_returns_the_existing_job()
    {
        var body = new { user_email = Email, prompt = "A call", request_id = "deal-1" };
        var first = await StartAsync(body);
        _calls.Clock.Advance(TimeSpan.FromSeconds(10));

        var repeated = await _calls.WriteAsync(200, HttpMethod.Post, "/scenario-studio/jobs", body);

        Assert.Equal(((string?)first["id"], "completed", false), ((string?)repeated["id"], (string?)repeated["status"], (bool)repeated["is_new"]!));
    }

    [Fact]
    public async Task A_remix_starts_from_the_scenario_with_the_slug()
    {
        var source = (await _calls.ListAsync<Scenario>("/scenarios?include=skills")).First(scenario => scenario.Slug == "renewal-at-risk");
        await StartAsync(new { user_email = Email, prompt = "Make it harder", scenario_slug = source.Slug });
        await StartAsync(new { user_email = Email, prompt = "Make it easier", scenario_slug = source.Slug });
        _calls.Clock.Advance(TimeSpan.FromSeconds(4));

        var remixes = (await _calls.ListAsync<Scenario>("/scenarios?include=skills")).Take(2).ToArray();

        Assert.Equal(["renewal-at-risk-remix-2", "renewal-at-risk-remix"], remixes.Select(scenario => scenario.Slug));
        Assert.All(remixes, scenario => Assert.Equal((source.Name + " (Remix)", source.SkillNames, source.Objective), (scenario.Name, scenario.SkillNames, scenario.Objective)));
    }

    [Theory]
    [InlineData(0, null), InlineData(1, 0.0), InlineData(2, 1.0)]
    public async Task A_job_can_be_canceled_before_it_finishes(int seconds, double? duration)
    {
        var id = (string)(await StartAsync(new { user_email = Email, prompt = "A call" }))["id"]!;
        _calls.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var canceled = await _calls.WriteAsync(200, HttpMethod.Delete, "/scenario-studio/jobs/" + id);

        Assert.Equal(("cancelled", duration), ((string?)canceled["status"], (double?)canceled["duration_seconds"]));
        _calls.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((ScenarioJobStatus.Cancelled, null), ((await JobAsync(id)).Status, (await JobAsync(id)).Scenario));
        Assert.Equal((400, "job_not_cancellable", "Cannot cancel job in 'cancelled' state"), await CancelRejectionAsync(id));
    }

    [Theory]
    [InlineData("jobcompleted", "completed"), InlineData("jobfailed001", "failed"), InlineData("jobcancelled", "cancelled")]
    public async Task A_finished_job_cannot_be_canceled(string id, string status) =>
        Assert.Equal((400, "job_not_cancellable", $"Cannot cancel job in '{status}' state"), await CancelRejectionAsync(id));

    [Fact]
    public async Task A_job_that_does_not_exist_cannot_be_canceled() =>
        Assert.Equal((404, "job_not_found", "Job not found: nothere"), await CancelRejectionAsync("nothere"));

    private Task<JsonNode> StartAsync(object body) => _calls.WriteAsync(201, HttpMethod.Post, "/scenario-studio/jobs", body);

    private Task<ScenarioJob> JobAsync(string id) => _calls.OneAsync<ScenarioJob>("/scenario-studio/jobs/" + id);

    private async Task<(int Status, string? Code, string? Message)> CancelRejectionAsync(string id)
    {
        var rejection = await _calls.RejectionAsync("/scenario-studio/jobs/" + id, HttpMethod.Delete);
        return (rejection.Status, rejection.Code, rejection.Message);
    }
}
