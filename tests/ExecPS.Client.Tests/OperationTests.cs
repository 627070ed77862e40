using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests;

/// <summary>The requests of each operation, and how it completes the response.</summary>
public class OperationTests
{
    private const string Paging = "page=1&page_size=100";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Lists => new()
    {
        { nameof(ExecClient.ListMembers), "/workspace/members" },
        { nameof(ExecClient.ListGroups), "/workspace/groups" },
        { nameof(ExecClient.ListScenarios), "/scenarios" },
        { nameof(ExecClient.ListAssignments), "/scenarios/assignments" },
        { nameof(ExecClient.ListCollections), "/collections" },
        { nameof(ExecClient.ListSessions), "/sessions" },
        { nameof(ExecClient.ListSkills), "/skills" },
        { nameof(ExecClient.ListKnowledgeFolders), "/knowledge-hub/folders" },
        { nameof(ExecClient.ListKnowledgePages), "/knowledge-hub/pages" },
        { nameof(ExecClient.ListKnowledgeSources), "/knowledge-hub/sources" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_requested_at_its_path(string operation, string path)
    {
        var transport = RecordingTransport.WithRows(_ => ["""{"id":"x1"}""", """{"id":"x2"}"""]);
        using var client = transport.Client();

        var count = operation switch
        {
            nameof(ExecClient.ListMembers) => await CountAsync(client.ListMembers()),
            nameof(ExecClient.ListGroups) => await CountAsync(client.ListGroups()),
            nameof(ExecClient.ListScenarios) => await CountAsync(client.ListScenarios()),
            nameof(ExecClient.ListAssignments) => await CountAsync(client.ListAssignments()),
            nameof(ExecClient.ListCollections) => await CountAsync(client.ListCollections()),
            nameof(ExecClient.ListSessions) => await CountAsync(client.ListSessions()),
            nameof(ExecClient.ListSkills) => await CountAsync(client.ListSkills()),
            nameof(ExecClient.ListKnowledgeFolders) => await CountAsync(client.ListKnowledgeFolders()),
            nameof(ExecClient.ListKnowledgePages) => await CountAsync(client.ListKnowledgePages()),
            _ => await CountAsync(client.ListKnowledgeSources()),
        };

        Assert.Equal(2, count);
        Assert.Equal([$"GET {path}?{Paging}"], transport.Requests);
    }

    public static TheoryData<string, string, string> Details => new()
    {
        { nameof(ExecClient.GetSessionAsync), "/sessions/x%2F1", "?include=transcript,evaluations" },
        { nameof(ExecClient.GetScenarioJobAsync), "/scenario-studio/jobs/x%2F1", "" },
        { nameof(ExecClient.GetKnowledgeFolderAsync), "/knowledge-hub/folders/x%2F1", "" },
        { nameof(ExecClient.GetKnowledgePageAsync), "/knowledge-hub/pages/x%2F1", "?include=draft" },
        { nameof(ExecClient.GetKnowledgeSourceAsync), "/knowledge-hub/sources/x%2F1", "?include=content" },
    };

    [Theory]
    [MemberData(nameof(Details))]
    public async Task An_item_is_requested_at_its_path(string operation, string path, string query)
    {
        var transport = RecordingTransport.ThatResponds("""{"id":"x/1"}""");
        using var client = transport.Client();

        Assert.Equal("x/1", await GetAsync(client, operation, "x/1"));
        Assert.Equal([$"GET {path}{query}"], transport.Requests);
    }

    [Theory]
    [MemberData(nameof(Details))]
    public async Task A_response_without_an_ID_is_not_from_the_API(string operation, string path, string query)
    {
        using var client = RecordingTransport.ThatResponds("{}").Client();

        var error = await Assert.ThrowsAsync<ExecResponseException>(() => GetAsync(client, operation, "x/1"));

        Assert.Equal($"The response to GET {path} isn't valid: it has no 'id'.", error.Message);
        Assert.DoesNotContain(query.Length == 0 ? "?" : query, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task An_ID_that_changes_the_path_is_rejected_before_a_request(string id)
    {
        var transport = RecordingTransport.ThatResponds("{}");
        using var client = transport.Client();

        foreach (var operation in Details.Select(row => row.Data.Item1))
            await Assert.ThrowsAsync<ArgumentException>(() => GetAsync(client, operation, id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetScenarioAccessAsync(id, "ada@acme.com", cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetScenarioAnalyticsAsync(id, cancellationToken: Stop));
        Assert.Throws<ArgumentException>(() => client.ListScenarioParticipants(id));
        Assert.Throws<ArgumentException>(() => client.ListSkillProficiency(id));
        Assert.Throws<ArgumentException>(() => client.ListKnowledgePageVersions(["p1", id]));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Access_is_requested_by_scenario_and_user()
    {
        var transport = RecordingTransport.ThatResponds("""{"permissions":{"can_view":true,"can_edit":false}}""");
        using var client = transport.Client();

        var access = await client.GetScenarioAccessAsync("s1", "ada@acme.com", cancellationToken: Stop);

        Assert.Equal(["GET /scenarios/s1/access?user_email=ada%40acme.com"], transport.Requests);
        Assert.Equal(("s1", "ada@acme.com", true, false), (access.ScenarioId, access.UserEmail, access.CanView, access.CanEdit));
    }

    [Fact]
    public async Task Analytics_have_the_ID_of_the_scenario()
    {
        var transport = RecordingTransport.ThatResponds("""{"participant_count":0,"total_sessions":0,"score_distribution":[]}""");
        using var client = transport.Client();

        var analytics = await client.GetScenarioAnalyticsAsync("pricing-talk", new() { GroupIds = ["g1"], SortBy = ParticipantSort.BestScore }, cancellationToken: Stop);

        Assert.Equal(["GET /scenarios/pricing-talk/analytics/summary?group_ids=g1"], transport.Requests);
        Assert.Equal("pricing-talk", analytics.ScenarioId);
        Assert.Null(analytics.GoldCount);
    }

    [Fact]
    public async Task Lists_of_several_items_are_returned_in_order_and_each_row_has_the_ID_of_its_item()
    {
        var transport = RecordingTransport.WithRows(path => path == "/skills/sk2/proficiency"
            ? ["""{"user":{"id":"u1"}}"""]
            : ["""{"user":{"id":"u1"}}""", """{"user":{"id":"u2"}}"""]);
        using var client = transport.Client();

        var rows = await ReadAsync(client.ListSkillProficiency([
            ("sk2", new() { UserIds = ["u1"] }), ("sk1", new()), ("sk2", new() { UserEmails = ["b@x"] })]));

        Assert.Equal([("sk2", "u1"), ("sk1", "u1"), ("sk1", "u2")], rows.Select(row => (row.SkillId, row.UserId)));
        Assert.Equal([$"GET /skills/sk2/proficiency?user_ids=u1&user_emails=b%40x&{Paging}", $"GET /skills/sk1/proficiency?{Paging}"], transport.Requests);
    }

    [Fact]
    public async Task Participants_and_versions_have_the_ID_of_their_scenario_or_page()
    {
        var transport = RecordingTransport.WithRows(_ => ["""{"user":{"id":"u1"},"version":3}"""]);
        using var client = transport.Client();

        var participants = await ReadAsync(client.ListScenarioParticipants("s1", new() { SortBy = ParticipantSort.SessionCount, Descending = true }));
        var versions = await ReadAsync(client.ListKnowledgePageVersions(["p1", "p2", "p1"]));

        Assert.Equal("s1", Assert.Single(participants).ScenarioId);
        Assert.Equal([("p1", 3), ("p2", 3)], versions.Select(version => (version.PageId, version.Version!.Value)));
        Assert.Equal(
            [$"GET /scenarios/s1/analytics/participants?sorting=-session_count&{Paging}", $"GET /knowledge-hub/pages/p1/versions?{Paging}", $"GET /knowledge-hub/pages/p2/versions?{Paging}"],
            transport.Requests);
    }

    [Fact]
    public async Task Skills_include_their_proficiency_on_request()
    {
        var transport = RecordingTransport.WithRows(_ => []);
        using var client = transport.Client();

        await ReadAsync(client.ListSkills(includeProficiency: true));

        Assert.Equal([$"GET /skills?include=proficiency&{Paging}"], transport.Requests);
    }

    [Fact]
    public async Task Several_owner_filters_are_requested_and_a_scenario_is_returned_once()
    {
        var transport = RecordingTransport.WithRows(_ => ["""{"id":"s1"}"""]);
        using var client = transport.Client();

        var scenarios = await ReadAsync(client.ListScenarios(new ScenarioFilter { OwnerEmails = ["a@x", "b@x"] }));

        Assert.Single(scenarios);
        Assert.Equal(2, transport.Requests.Count);
    }

    private static async Task<string?> GetAsync(ExecClient client, string operation, string id) => operation switch
    {
        nameof(ExecClient.GetSessionAsync) => (await client.GetSessionAsync(id, true, true, cancellationToken: Stop)).Id,
        nameof(ExecClient.GetScenarioJobAsync) => (await client.GetScenarioJobAsync(id, cancellationToken: Stop)).Id,
        nameof(ExecClient.GetKnowledgeFolderAsync) => (await client.GetKnowledgeFolderAsync(id, cancellationToken: Stop)).Id,
        nameof(ExecClient.GetKnowledgePageAsync) => (await client.GetKnowledgePageAsync(id, includeDraft: true, cancellationToken: Stop)).Id,
        _ => (await client.GetKnowledgeSourceAsync(id, includeContent: true, cancellationToken: Stop)).Id,
    };

    private static async Task<int> CountAsync<T>(ExecListing<T> listing)
        where T : class => (await ReadAsync(listing)).Count;

    private static async Task<List<T>> ReadAsync<T>(ExecListing<T> listing)
        where T : class
    {
        List<T> rows = [];
        await foreach (var row in listing.ReadAllAsync(Stop))
            rows.Add(row);
        return rows;
    }
}
