using System.Text.Json.Nodes;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Assigning scenarios and granting access.</summary>
public sealed class AssignmentWriteTests : IDisposable
{
    private readonly SandboxCalls _calls = SandboxCalls.To(50);

    public void Dispose() => _calls.Dispose();

    private string ScenarioId => _calls.World.Scenarios[3].Id!;

    private User User => _calls.World.Users[5];

    [Fact]
    public async Task A_new_assignment_is_returned_with_its_requirements()
    {
        var created = await AssignAsync(new { user_email = User.Email!.ToUpperInvariant(), due_date = "2026-08-01T17:00:00+02:00", attempt_min = 2, attempt_max = 5, rank_min = "silver", custom_message = "Please practice." });

        Assert.Equal(
            ("not_started", "2026-08-01T15:00:00Z", 0, 2, 5, "silver", "2026-07-15T13:30:00Z"),
            ((string?)created["status"], (string?)created["due_date"], (int)created["attempt_count"]!, (int)created["attempt_min"]!, (int)created["attempt_max"]!, (string?)created["rank_min"], (string?)created["created_at"]));
        Assert.Equal((User.Id, ScenarioId), ((string?)created["user"]!["id"], (string?)created["scenario"]!["id"]));
        Assert.True(created.AsObject().ContainsKey("program") && created["best_score"] is null && created["best_rank"] is null);
    }

    [Fact]
    public async Task A_new_assignment_is_listed_first_and_counted_and_filtered()
    {
        var filter = $"/scenarios/assignments?user_emails={User.Email}&scenario_ids={ScenarioId}&status=not_started";
        var before = (await _calls.ListAsync<Assignment>(filter)).Count;

        var created = await AssignAsync(new { user_email = User.Email, due_date = "2026-08-01T17:00:00Z" });

        var all = await _calls.ListAsync<Assignment>("/scenarios/assignments");
        Assert.Equal((51, (string?)created["id"]), (all.Count, all[0].Id));
        var filtered = await _calls.ListAsync<Assignment>(filter);
        Assert.Equal((before + 1, all[0].Id), (filtered.Count, filtered[0].Id));
    }

    [Fact]
    public async Task Assigning_twice_creates_two_assignments()
    {
        var one = await AssignAsync(new { user_email = User.Email, due_date = "2026-08-01T17:00:00Z" });
        var other = await AssignAsync(new { user_email = User.Email, due_date = "2026-08-01T17:00:00Z" });

        Assert.NotEqual((string?)one["id"], (string?)other["id"]);
        Assert.Equal(52, _calls.World.Assignments.Count);
    }

    [Fact]
    public async Task An_assignment_becomes_past_due_when_its_due_date_passes()
    {
        var past = await AssignAsync(new { user_email = User.Email, due_date = "2026-07-15T13:30:00Z" });
        var future = await AssignAsync(new { user_email = User.Email, due_date = "2026-07-15T13:30:01Z" });
        Assert.Equal(("past_due", "not_started"), ((string?)past["status"], (string?)future["status"]));

        _calls.Clock.Advance(TimeSpan.FromSeconds(1));

        var late = await _calls.ListAsync<Assignment>($"/scenarios/assignments?status=past_due&user_ids={User.Id}&scenario_ids={ScenarioId}");
        Assert.Equal([(string?)future["id"], (string?)past["id"]], late.Take(2).Select(row => row.Id));
    }

    [Fact]
    public async Task An_assignment_lets_its_user_view_a_private_scenario()
    {
        var (scenario, person) = (
            from entry in _calls.World.State.Scenarios
            from member in _calls.World.Sample.Members
            where !entry.IsArchived && _calls.World.State.Access.LevelOf(member, entry) == ExecPS.Sandbox.World.AccessLevel.None
            select (entry, member)).First();
        Assert.False((await AccessAsync(scenario.Ref.Id!, person.User.Email!)).CanView);

        await _calls.WriteAsync(200, HttpMethod.Post, $"/scenarios/{scenario.Ref.Id}/assignments", new { user_email = person.User.Email, due_date = "2026-08-01T17:00:00Z" });

        Assert.True((await AccessAsync(scenario.Ref.Id!, person.User.Email!)).CanView);
        Assert.Contains(await _calls.ListAsync<Scenario>($"/scenarios?visible_to_email={person.User.Email}"), row => row.Id == scenario.Ref.Id);
    }

    [Theory]
    [InlineData("view", "view"), InlineData("share", "view, share"), InlineData("monitor", "view, share, monitor"), InlineData("edit", "view, share, monitor, edit")]
    public async Task Granted_access_is_what_the_check_returns(string level, string permissions)
    {
        var scenario = _calls.World.State.Scenarios.First(entry => entry.Definition.Visibility == Visibility.Private && entry.Shares.Count == 0);
        var user = _calls.World.Users.First(user => user != scenario.Owner!.User);

        var granted = await _calls.WriteAsync(200, HttpMethod.Post, $"/scenarios/{scenario.Ref.Id}/access", new { user_email = user.Email, permission_level = level });

        Assert.Equal(
            (user.Email, scenario.Ref.Id, level, true),
            ((string?)granted["user_email"], (string?)granted["scenario_id"], (string?)granted["permission_level"], (bool)granted["granted"]!));
        Assert.Equal(permissions, (await AccessAsync(scenario.Ref.Id!, user.Email!)).Permissions!.ToString());
    }

    [Fact]
    public async Task The_same_writes_to_equal_workspaces_give_the_same_IDs()
    {
        using var other = SandboxCalls.To(50);
        var body = new { user_email = User.Email, due_date = "2026-08-01T17:00:00Z" };

        Assert.Equal(
            (await AssignAsync(body)).ToJsonString(),
            (await other.WriteAsync(200, HttpMethod.Post, $"/scenarios/{ScenarioId}/assignments", body)).ToJsonString());
    }

    [Fact]
    public async Task Concurrent_writes_all_take_effect()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => AssignAsync(new { user_email = User.Email, due_date = "2026-08-01T17:00:00Z" }))));

        Assert.Equal(150, (await _calls.ListAsync<Assignment>("/scenarios/assignments")).Select(row => row.Id).Distinct().Count());
    }

    private Task<JsonNode> AssignAsync(object body) => _calls.WriteAsync(200, HttpMethod.Post, $"/scenarios/{ScenarioId}/assignments", body);

    private Task<ScenarioAccess> AccessAsync(string scenarioId, string email) => _calls.OneAsync<ScenarioAccess>($"/scenarios/{scenarioId}/access?user_email={Uri.EscapeDataString(email)}");
}
