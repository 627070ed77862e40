using System.Text;
using System.Text.Json.Nodes;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Writes that the sandbox rejects. A rejected write changes nothing.</summary>
public sealed class WriteRejectionTests : IDisposable
{
    private const string Assign = "POST /scenarios/SCENARIO/assignments";
    private const string Grant = "POST /scenarios/SCENARIO/access";
    private const string Session = "POST /scenario-studio";
    private const string Job = "POST /scenario-studio/jobs";
    private const string Page = "POST /knowledge-hub/pages";
    private const string Update = "PATCH /knowledge-hub/pages/PAGE";
    private const string Source = "POST /knowledge-hub/sources";
    private const string User = "\"user_email\":\"siobhan.oneil@larkfield.example\"";
    private const string Due = "\"due_date\":\"2026-08-01T17:00:00Z\"";
    private const string Prompt = "\"prompt\":\"A call\"";

    private readonly SandboxCalls _calls = SandboxCalls.To(50);

    public void Dispose() => _calls.Dispose();

    [Theory]
    [InlineData(Assign, "{" + Due + "}", null, "user_email is required")]
    [InlineData(Assign, "{" + User + "}", null, "due_date is required")]
    [InlineData(Assign, "{" + User + ",\"due_date\":\"\"}", null, "due_date is required")]
    [InlineData(Assign, "{" + User + ",\"due_date\":\"2026-08-01\"}", "invalid_due_date", "Invalid due_date: 2026-08-01")]
    [InlineData(Assign, "{" + User + ",\"due_date\":\"2026-08-01T17:00:00\"}", "invalid_due_date", "Invalid due_date: 2026-08-01T17:00:00")]
    [InlineData(Assign, "{" + User + ",\"due_date\":5}", "invalid_due_date", "due_date must be a string")]
    [InlineData(Assign, "{\"user_email\":\"nobody@larkfield.example\"," + Due + "}", "user_not_found", "No user found with email: nobody@larkfield.example")]
    [InlineData(Assign, "{" + User + "," + Due + ",\"assigner_email\":\"nobody@larkfield.example\"}", "user_not_found", "No user found with email: nobody@larkfield.example")]
    [InlineData(Assign, "{" + User + "," + Due + ",\"attempt_min\":0}", "invalid_attempt_min", "Invalid attempt_min: 0")]
    [InlineData(Assign, "{" + User + "," + Due + ",\"attempt_max\":1.5}", "invalid_attempt_max", "Invalid attempt_max: 1.5")]
    [InlineData(Assign, "{" + User + "," + Due + ",\"attempt_max\":\"3\"}", "invalid_attempt_max", "attempt_max must be a number")]
    [InlineData(Assign, "{" + User + "," + Due + ",\"attempt_min\":3,\"attempt_max\":2}", "invalid_attempt_max", "attempt_max must not be less than attempt_min")]
    [InlineData(Assign, "{" + User + "," + Due + ",\"rank_min\":\"unranked\"}", "invalid_rank_min", "Invalid rank_min: unranked")]
    [InlineData(Assign, "{" + User + "," + Due + ",\"custom_message\":null}", "invalid_custom_message", "custom_message must be a string")]
    [InlineData(Grant, "{\"permission_level\":\"view\"}", null, "user_email is required")]
    [InlineData(Grant, "{" + User + "}", null, "permission_level is required")]
    [InlineData(Grant, "{" + User + ",\"permission_level\":\"own\"}", "invalid_permission_level", "Invalid permission_level: own")]
    [InlineData(Grant, "{\"user_email\":\"nobody@larkfield.example\",\"permission_level\":\"view\"}", "user_not_found", "No user found with email: nobody@larkfield.example")]
    [InlineData(Session, "{" + Prompt + "}", null, "user_email is required")]
    [InlineData(Session, "{" + User + "}", null, "prompt is required")]
    [InlineData(Session, "{\"user_email\":\"nobody@larkfield.example\"," + Prompt + "}", "user_not_found", "No user found with email: nobody@larkfield.example")]
    [InlineData(Job, "{" + Prompt + "}", null, "user_email is required")]
    [InlineData(Job, "{" + User + "}", null, "prompt is required")]
    [InlineData(Job, "{\"user_email\":\"nobody@larkfield.example\"," + Prompt + "}", "user_not_found", "No user found with email: nobody@larkfield.example")]
    [InlineData(Job, "{" + User + "," + Prompt + ",\"callback_url\":\"hooks\"}", "invalid_callback_url", "Invalid callback_url: hooks")]
    [InlineData(Job, "{" + User + "," + Prompt + ",\"callback_headers\":{\"Authorization\":1}}", "invalid_callback_headers", "callback_headers must contain only strings")]
    [InlineData(Job, "{" + User + "," + Prompt + ",\"callback_headers\":[]}", "invalid_callback_headers", "callback_headers must be an object")]
    [InlineData(Page, "{}", null, "title is required")]
    [InlineData(Page, "{\"title\":\"A\",\"status\":\"archived\"}", "invalid_status", "Invalid status: archived")]
    [InlineData(Page, "{\"title\":\"A\",\"visibility\":\"global\"}", "invalid_visibility", "Invalid visibility: global")]
    [InlineData(Page, "{\"title\":\"A\",\"folder_ids\":[\"nothere\"]}", "invalid_folder_ids", "Invalid folder_ids: nothere")]
    [InlineData(Page, "{\"title\":\"A\",\"source_ids\":[\"nothere\"]}", "invalid_source_ids", "Invalid source_ids: nothere")]
    [InlineData(Page, "{\"title\":\"A\",\"skill_ids\":[7]}", "invalid_skill_ids", "Invalid skill_ids: 7")]
    [InlineData(Page, "{\"title\":\"A\",\"skill_ids\":\"a\"}", "invalid_skill_ids", "skill_ids must be an array")]
    [InlineData(Update, "{\"title\":\"\"}", null, "title is required")]
    [InlineData(Update, "{\"status\":\"archived\"}", "invalid_status", "Invalid status: archived")]
    [InlineData(Update, "{\"folder_ids\":null}", "invalid_folder_ids", "folder_ids must be an array")]
    [InlineData(Source, "{\"title\":\"A\",\"url\":\"https://a.example\"}", null, "type is required")]
    [InlineData(Source, "{\"type\":\"upload\",\"title\":\"A\"}", "invalid_type", "Invalid type: upload")]
    [InlineData(Source, "{\"type\":\"url\",\"url\":\"https://a.example\"}", null, "title is required")]
    [InlineData(Source, "{\"type\":\"url\",\"title\":\"A\"}", null, "url is required")]
    [InlineData(Source, "{\"type\":\"url\",\"title\":\"A\",\"url\":\"/a\"}", "invalid_url", "Invalid url: /a")]
    [InlineData(Source, "{\"type\":\"url\",\"title\":\"A\",\"url\":\"ftp://a.example\"}", "invalid_url", "Invalid url: ftp://a.example")]
    [InlineData(Source, "{\"type\":\"url\",\"title\":\"A\",\"url\":\"https://a.example\",\"folder_ids\":[\"nothere\"]}", "invalid_folder_ids", "Invalid folder_ids: nothere")]
    public Task A_field_that_is_missing_or_not_valid_is_rejected(string operation, string body, string? code, string message) => RejectsAsync(operation, body, 400, code, message);

    [Theory]
    [InlineData(Assign), InlineData(Grant), InlineData(Session), InlineData(Job), InlineData(Page), InlineData(Update), InlineData(Source)]
    public async Task A_body_that_is_not_a_JSON_object_is_rejected(string operation)
    {
        foreach (var body in new[] { "", "{", "[]", "null", "\"text\"" })
            await RejectsAsync(operation, body, 400, "invalid_json", "Request body must be a JSON object");
    }

    [Theory]
    [InlineData("POST /scenarios/nothere/assignments", "Scenario not found: nothere")]
    [InlineData("POST /scenarios/ARCHIVED/assignments", "Scenario not found: ARCHIVED")]
    [InlineData("POST /scenarios/nothere/access", "Scenario not found: nothere")]
    [InlineData("PATCH /knowledge-hub/pages/nothere", "Page not found: nothere")]
    [InlineData("PUT /knowledge-hub/pages/nothere", "Page not found: nothere")]
    [InlineData("DELETE /knowledge-hub/pages/nothere", "Page not found: nothere")]
    [InlineData("DELETE /knowledge-hub/sources/nothere", "Source not found: nothere")]
    public Task A_target_that_does_not_exist_is_not_found(string operation, string message) =>
        RejectsAsync(operation, "{" + User + "," + Due + ",\"permission_level\":\"view\"}", 404, null, message);

    [Theory]
    [InlineData("nothere"), InlineData("ARCHIVED_SLUG")]
    public Task A_slug_to_remix_that_does_not_exist_is_rejected(string slug) =>
        RejectsAsync(Job, "{" + User + "," + Prompt + ",\"scenario_slug\":\"" + slug + "\"}", 404, null, "Scenario not found: " + slug);

    [Theory]
    [InlineData("prompt", 10_000), InlineData("context", 50_000)]
    public async Task A_text_that_is_too_long_is_rejected(string field, int limit)
    {
        string Body(int length) => $$"""{{{User}},{{(field == "prompt" ? "" : Prompt + ",")}}"{{field}}":"{{new string('x', length)}}"}""";

        await RejectsAsync(Job, Body(limit + 1), 400, field + "_too_long", $"{field} must be {limit} characters or fewer");

        await _calls.WriteAsync(201, HttpMethod.Post, "/scenario-studio/jobs", JsonNode.Parse(Body(limit)));
    }

    [Fact]
    public async Task A_method_that_the_path_does_not_support_is_rejected()
    {
        var rejection = await _calls.RejectionAsync("/knowledge-hub/pages/" + _calls.World.State.Knowledge.Pages[0].Id, HttpMethod.Post);

        Assert.Equal((405, "method_not_allowed"), (rejection.Status, rejection.Code));
    }

    private async Task RejectsAsync(string operation, string body, int status, string? code, string message)
    {
        var state = _calls.World.State;
        var archived = state.Scenarios.First(scenario => scenario.IsArchived).Ref;
        string Resolve(string text) => text
            .Replace("ARCHIVED_SLUG", archived.Slug, StringComparison.Ordinal)
            .Replace("ARCHIVED", archived.Id, StringComparison.Ordinal)
            .Replace("SCENARIO", _calls.World.Scenarios[0].Id, StringComparison.Ordinal)
            .Replace("PAGE", state.Knowledge.Pages.First(page => page.Status != Client.Models.KnowledgePageStatus.Archived).Id, StringComparison.Ordinal);

        var parts = Resolve(operation).Split(' ');
        using var content = new StringContent(Resolve(body), Encoding.UTF8, "application/json");

        var rejection = await _calls.RejectionAsync(parts[1], new HttpMethod(parts[0]), content);

        Assert.Equal((status, status == 404 ? "not_found" : "invalid_request", code, Resolve(message)), rejection);
        Assert.Same(state, _calls.World.State);
    }
}
