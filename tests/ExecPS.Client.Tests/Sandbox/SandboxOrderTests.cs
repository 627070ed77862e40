using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>The order of every list: as documented, or otherwise newest first.</summary>
public sealed class SandboxOrderTests : IDisposable
{
    private readonly SandboxCalls _calls = SandboxCalls.To(600);

    public void Dispose() => _calls.Dispose();

    [Theory]
    [InlineData("/workspace/members"), InlineData("/workspace/groups"), InlineData("/scenarios"), InlineData("/sessions")]
    [InlineData("/knowledge-hub/folders"), InlineData("/knowledge-hub/sources"), InlineData("/scenarios/assignments")]
    public async Task Lists_without_a_documented_order_are_sorted_newest_first(string path)
    {
        DateTime[] times = [.. (await RowsAsync(path)).Select(row => row["created_at"]!.GetValue<DateTime>())];

        Assert.Equal(times.OrderDescending(), times);
        Assert.True(times.Length > 5);
    }

    [Theory]
    [InlineData("/skills", "name"), InlineData("/collections", "name"), InlineData("/knowledge-hub/pages?sort=title", "title")]
    public async Task Lists_that_are_sorted_by_name_are_in_order_from_A_to_Z(string path, string field)
    {
        string[] names = [.. (await RowsAsync(path)).Select(row => (string)row[field]!)];

        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        Assert.True(names.Length > 5);
    }

    [Theory]
    [InlineData("", "updated_at"), InlineData("?sort=updated_at", "updated_at"), InlineData("?sort=created_at", "created_at")]
    public async Task Pages_sorted_by_a_time_are_newest_first(string query, string field)
    {
        DateTime[] times = [.. (await RowsAsync("/knowledge-hub/pages" + query)).Select(row => row[field]!.GetValue<DateTime>())];

        Assert.Equal(times.OrderDescending(), times);
    }

    [Theory]
    [InlineData("created_at", false), InlineData("created_at", true)]
    [InlineData("score", false), InlineData("score", true)]
    [InlineData("duration", false), InlineData("duration", true)]
    public async Task Sessions_can_be_sorted_by_each_key_and_those_without_a_value_come_last(string key, bool falls)
    {
        var rows = await _calls.ListAsync<Session>($"/sessions?sorting={(falls ? "-" : "")}{key}");

        AssertOrder(rows, key switch { "score" => row => row.Score, "duration" => row => row.DurationSeconds, _ => row => row.CreatedAt!.Value.ToUniversalTime().Ticks }, falls);
        Assert.Equal(_calls.World.Sample.Sessions.All.Select(session => session.Id).Order(), rows.Select(row => row.Id).Order());
    }

    [Theory]
    [InlineData("best_score", false), InlineData("best_score", true)]
    [InlineData("first_score", false), InlineData("first_score", true)]
    [InlineData("lift_percentage", false), InlineData("lift_percentage", true)]
    [InlineData("total_duration_seconds", false), InlineData("total_duration_seconds", true)]
    [InlineData("session_count", false), InlineData("session_count", true)]
    public async Task Participants_can_be_sorted_by_each_key(string key, bool falls)
    {
        var rows = await _calls.ListAsync<ScenarioParticipant>($"/scenarios/quarterly-business-review/analytics/participants?sorting={(falls ? "-" : "")}{key}");

        AssertOrder(rows, key switch
        {
            "best_score" => row => row.BestScore,
            "first_score" => row => row.FirstScore,
            "lift_percentage" => row => row.LiftPercentage,
            "total_duration_seconds" => row => row.TotalDurationSeconds,
            _ => row => row.SessionCount,
        }, falls);
        Assert.True(rows.Count > 5);
    }

    [Fact]
    public async Task Participants_are_sorted_best_first_by_default() =>
        Assert.Equal(
            (await RowsAsync("/scenarios/quarterly-business-review/analytics/participants?sorting=-best_score")).Select(row => row.ToJsonString()),
            (await RowsAsync("/scenarios/quarterly-business-review/analytics/participants")).Select(row => row.ToJsonString()));

    [Fact]
    public async Task Proficiency_is_sorted_best_first_and_rows_without_a_score_come_last()
    {
        foreach (var skill in _calls.World.Sample.Skills)
            AssertOrder(await _calls.ListAsync<SkillProficiency>($"/skills/{skill.Id}/proficiency"), row => row.Score, falls: true);
    }

    private static void AssertOrder<T>(IReadOnlyCollection<T> rows, Func<T, double?> keyOf, bool falls)
    {
        double?[] keys = [.. rows.Select(keyOf)];
        var sorted = keys.Where(key => key is not null);
        Assert.Equal([.. falls ? sorted.OrderDescending() : sorted.Order(), .. keys.Where(key => key is null)], keys);
    }

    private async Task<IEnumerable<System.Text.Json.Nodes.JsonNode>> RowsAsync(string path)
    {
        var response = await _calls.JsonAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page_size=100");
        return response["data"]!.AsArray().Select(row => row!);
    }
}
