using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Requests that the sandbox rejects, with the error object of the API.</summary>
public sealed class SandboxRejectionTests : IDisposable
{
    private readonly SandboxCalls _calls = SandboxCalls.To(50);

    public static TheoryData<string> Lists =>
    [
        "/workspace/members", "/workspace/groups", "/collections", "/scenarios", "/scenarios/assignments", "/sessions", "/skills",
        "/scenarios/renewal-at-risk/analytics/participants", "/skills/SKILL/proficiency",
        "/knowledge-hub/folders", "/knowledge-hub/pages", "/knowledge-hub/pages/PAGE/versions", "/knowledge-hub/sources",
    ];

    public void Dispose() => _calls.Dispose();

    [Theory, MemberData(nameof(Lists))]
    public async Task An_invalid_page_is_rejected(string path)
    {
        var list = path
            .Replace("SKILL", _calls.World.Sample.Skills[0].Id, StringComparison.Ordinal)
            .Replace("PAGE", _calls.World.State.Knowledge.Pages[0].Id, StringComparison.Ordinal);

        foreach (var query in new[] { "page=0", "page=-1", "page=x", "page=", "page_size=0", "page_size=101", "page_size=ten" })
            Assert.Equal((400, "invalid_request", "invalid_pagination", "Invalid pagination parameters"), await _calls.RejectionAsync($"{list}?{query}"));

        var far = await _calls.JsonAsync($"{list}?page=2000000000&page_size=100");
        Assert.Empty(far["data"]!.AsArray());
    }

    [Theory]
    [InlineData("/scenarios", "visibility", "global"), InlineData("/scenarios", "visibility", "private,workspace"), InlineData("/scenarios", "include_archived", "yes")]
    [InlineData("/scenarios/assignments", "status", "late")]
    [InlineData("/sessions", "rank", "platinum"), InlineData("/sessions", "rank", "gold,Silver"), InlineData("/sessions", "sorting", "rank"), InlineData("/sessions", "sorting", "--score")]
    [InlineData("/sessions", "exclude_system_users", "1"), InlineData("/sessions", "start_date", "yesterday"), InlineData("/sessions", "end_date", "2026-13-01T00:00:00Z")]
    [InlineData("/scenarios/renewal-at-risk/analytics/summary", "start_date", "7/15/2026")]
    [InlineData("/scenarios/renewal-at-risk/analytics/participants", "sorting", "score")]
    [InlineData("/knowledge-hub/pages", "status", "deleted"), InlineData("/knowledge-hub/pages", "status", "draft,published"), InlineData("/knowledge-hub/pages", "sort", "-title")]
    [InlineData("/knowledge-hub/pages", "updated_after", "now"), InlineData("/knowledge-hub/pages", "updated_before", "2026")]
    [InlineData("/knowledge-hub/sources", "type", "dropbox"), InlineData("/knowledge-hub/sources", "status", "done")]
    public async Task An_unknown_value_is_rejected(string path, string parameter, string value)
    {
        var rejection = await _calls.RejectionAsync($"{path}?{parameter}={Uri.EscapeDataString(value)}");

        Assert.Equal((400, "invalid_request", "invalid_" + parameter), (rejection.Status, rejection.Type, rejection.Code));
        Assert.StartsWith($"Invalid {parameter}: ", rejection.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sessions/nothere", "Session not found: nothere")]
    [InlineData("/skills/nothere/proficiency", "Skill not found: nothere")]
    [InlineData("/scenarios/nothere/access?user_email=a@b.example", "Scenario not found: nothere")]
    [InlineData("/scenarios/nothere/analytics/summary", "Scenario not found: nothere")]
    [InlineData("/scenarios/not%20here/analytics/participants", "Scenario not found: not here")]
    [InlineData("/scenario-studio/jobs/nothere", "Job not found: nothere")]
    [InlineData("/knowledge-hub/folders/nothere", "Folder not found: nothere")]
    [InlineData("/knowledge-hub/pages/nothere", "Page not found: nothere")]
    [InlineData("/knowledge-hub/pages/nothere/versions", "Page not found: nothere")]
    [InlineData("/knowledge-hub/sources/nothere", "Source not found: nothere")]
    [InlineData("/sessions/", "Path not found: /rest/v1/sessions/")]
    [InlineData("/sessions/a/b", "Path not found: /rest/v1/sessions/a/b")]
    [InlineData("/skills//proficiency", "Path not found: /rest/v1/skills//proficiency")]
    [InlineData("/workspace/owners", "Path not found: /rest/v1/workspace/owners")]
    public async Task An_unknown_item_or_path_is_not_found(string path, string message) =>
        Assert.Equal((404, "not_found", null, message), await _calls.RejectionAsync(path));

    [Fact]
    public async Task Access_without_a_known_user_is_rejected()
    {
        var scenario = _calls.World.Scenarios[0].Id;

        Assert.Equal((400, "invalid_request", null, "user_email is required"), await _calls.RejectionAsync($"/scenarios/{scenario}/access"));
        Assert.Equal(
            (400, "invalid_request", "user_not_found", "No user found with email: nobody@larkfield.example"),
            await _calls.RejectionAsync($"/scenarios/{scenario}/access?user_email=nobody@larkfield.example"));
    }

    [Fact]
    public async Task A_slug_is_not_found_where_an_ID_is_required() =>
        Assert.Equal(404, (await _calls.RejectionAsync("/scenarios/renewal-at-risk/access?user_email=siobhan.oneil@larkfield.example")).Status);

    [Fact]
    public async Task An_unsupported_method_is_rejected() =>
        Assert.Equal((405, "invalid_request"), await _calls.RejectionAsync("/scenarios/renewal-at-risk/access", HttpMethod.Delete) is var rejection ? (rejection.Status, rejection.Type) : default);
}
