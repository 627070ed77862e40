using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests;

/// <summary>The request of each write operation.</summary>
public sealed class WriteOperationTests
{
    private static readonly DateTime s_due = new(2026, 12, 1, 22, 59, 59, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<ExecClient, Task>, string, string?> Writes => new()
    {
        {
            "assignScenario, only what is required", client => client.AssignScenarioAsync("s/1", new() { UserEmail = "jane@acme.com", DueDate = s_due }, cancellationToken: Stop),
            "POST /scenarios/s%2F1/assignments", """{"user_email":"jane@acme.com","due_date":"2026-12-01T22:59:59Z"}"""
        },
        {
            "assignScenario, everything", client => client.AssignScenarioAsync("s1", new()
            {
                UserEmail = "jane@acme.com", DueDate = s_due, AssignerEmail = "bob@acme.com", AttemptMin = 1, AttemptMax = 5, RankMin = Rank.Silver, CustomMessage = "By Friday",
            }, cancellationToken: Stop),
            "POST /scenarios/s1/assignments",
            """{"user_email":"jane@acme.com","due_date":"2026-12-01T22:59:59Z","assigner_email":"bob@acme.com","attempt_min":1,"attempt_max":5,"rank_min":"silver","custom_message":"By Friday"}"""
        },
        {
            "grantScenarioAccess", client => client.GrantScenarioAccessAsync("s1", new() { UserEmail = "jane@acme.com", PermissionLevel = ScenarioPermissionLevel.Edit }, cancellationToken: Stop),
            "POST /scenarios/s1/access", """{"user_email":"jane@acme.com","permission_level":"edit"}"""
        },
        {
            "createScenarioStudioSession", client => client.CreateStudioSessionAsync(new() { UserEmail = "jane@acme.com", Prompt = "A call", RequestId = "r1" }, cancellationToken: Stop),
            "POST /scenario-studio", """{"user_email":"jane@acme.com","prompt":"A call","request_id":"r1"}"""
        },
        {
            "createScenarioJob", client => client.CreateScenarioJobAsync(new()
            {
                UserEmail = "jane@acme.com", Prompt = "A call", Context = "# CRM", ScenarioSlug = "cold-call", RequestId = "r1", CallbackUrl = new("https://hooks.acme.com/exec"),
                CallbackHeaders = new Dictionary<string, string> { ["X-Token"] = "t" },
            }, cancellationToken: Stop),
            "POST /scenario-studio/jobs",
            """{"user_email":"jane@acme.com","prompt":"A call","context":"# CRM","scenario_slug":"cold-call","request_id":"r1","callback_url":"https://hooks.acme.com/exec","callback_headers":{"X-Token":"t"}}"""
        },
        { "cancelScenarioJob", client => client.CancelScenarioJobAsync("j1", cancellationToken: Stop), "DELETE /scenario-studio/jobs/j1", null },
        {
            "createKnowledgeHubPage", client => client.CreateKnowledgePageAsync(new()
            {
                Title = "Pricing", Content = "# Pricing", Status = KnowledgePageStatus.Published, Visibility = Visibility.Private, FolderIds = ["f1"], SourceIds = [], SkillIds = ["k1", "k2"],
            }, cancellationToken: Stop),
            "POST /knowledge-hub/pages",
            """{"title":"Pricing","content":"# Pricing","status":"published","visibility":"private","folder_ids":["f1"],"source_ids":[],"skill_ids":["k1","k2"]}"""
        },
        {
            "updateKnowledgeHubPage, one property", client => client.UpdateKnowledgePageAsync("p1", new() { FolderIds = [] }, cancellationToken: Stop),
            "PATCH /knowledge-hub/pages/p1", """{"folder_ids":[]}"""
        },
        {
            "updateKnowledgeHubPage, content", client => client.UpdateKnowledgePageAsync("p1", new() { Content = "", Status = KnowledgePageStatus.Draft }, cancellationToken: Stop),
            "PATCH /knowledge-hub/pages/p1", """{"content":"","status":"draft"}"""
        },
        { "archiveKnowledgeHubPage", client => client.ArchiveKnowledgePageAsync("p1", cancellationToken: Stop), "DELETE /knowledge-hub/pages/p1", null },
        {
            "createKnowledgeHubSource", client => client.CreateKnowledgeSourceAsync(new() { Title = "Prices", Url = new("https://acme.com/prices") }, cancellationToken: Stop),
            "POST /knowledge-hub/sources", """{"type":"url","title":"Prices","url":"https://acme.com/prices"}"""
        },
        { "deleteKnowledgeHubSource", client => client.DeleteKnowledgeSourceAsync("k1", cancellationToken: Stop), "DELETE /knowledge-hub/sources/k1", null },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_sends_one_request_with_the_specified_values(string operation, Func<ExecClient, Task> write, string request, string? body)
    {
        var transport = RecordingTransport.ThatResponds($$"""{"id":"{{request.Split('/')[^1]}}"}""");
        using var client = transport.Client();

        await write(client);

        Assert.Equal([request], transport.Requests);
        Assert.Equal(body is null ? ": " : $"application/json: {body}", Assert.Single(transport.Bodies));
        Assert.NotEmpty(operation);
    }
}
