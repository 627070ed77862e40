using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Serialization;

/// <summary>A response in which individual values are invalid: one invalid value never removes a row.</summary>
public sealed class InvalidValueTests
{
    private readonly NoticeLog _notices = new();

    public static TheoryData<string, string, string> InvalidValues => new()
    {
        { "an empty date", "due_date", "\"\"" },
        { "a date that doesn't exist", "due_date", "\"2026-02-30T00:00:00Z\"" },
        { "text for a date", "due_date", "\"tomorrow\"" },
        { "a number for a date", "created_at", "1767225600" },
        { "text for a number", "best_score", "\"88\"" },
        { "an integer that is too large", "attempt_count", "99999999999999999999" },
        { "a fraction for an integer", "attempt_count", "1.5" },
        { "a large number with a zero fraction", "attempt_count", "99999999999.0" },
        { "a number for an ID", "id", "17" },
        { "a number for a status", "status", "3" },
        { "a Boolean for a rank", "best_rank", "true" },
        { "text for an object", "user", "\"jane@acme.com\"" },
        { "a list for an object", "scenario", "[]" },
        { "an object for text within an object", "user.email", "{}" },
    };

    [Theory]
    [MemberData(nameof(InvalidValues))]
    public async Task An_invalid_value_becomes_null_and_is_reported_with_field_and_id(string description, string field, string json)
    {
        var fields = field == "user.email" ? $$"""user":{"id":"u1","email":{{json}}}""" : $"{field}\":{json}";
        var id = field == "id" ? "" : "\"id\":\"a2\",";

        var rows = await ListAsync("""{"id":"a1","attempt_count":1}""", $$"""{{{id}}"{{fields}},"attempt_min":2}""", """{"id":"a3"}""");

        Assert.Equal(3, rows.Count);
        Assert.Equal(2, rows[1].AttemptMin);
        var notice = Assert.Single(_notices.Of<InvalidValueMet>());
        Assert.Equal((field, field == "id" ? null : "a2", json), (notice.Field, notice.Id, notice.Value));
        Assert.NotEmpty(description);
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("3e0", 3)]
    [InlineData("1.20e2", 120)]
    [InlineData("-0.0", 0)]
    public async Task A_number_that_equals_an_integer_is_that_integer(string json, int expected)
    {
        var rows = await ListAsync($$"""{"id":"a1","attempt_count":{{json}}}""");

        Assert.Equal(expected, rows[0].AttemptCount);
        Assert.Empty(_notices.Of<InvalidValueMet>());
    }

    [Theory]
    [InlineData("Jane \\ud83d", "Jane \ufffd")]
    [InlineData("Jane \\uD83D!", "Jane \ufffd!")]
    [InlineData("\\udE00 Jane", "\ufffd Jane")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\ufffd\U0001F600")]
    [InlineData("\\ude00\\ud83d", "\ufffd\ufffd")]
    [InlineData("Jane \\ud83d\\ude00", "Jane \U0001F600")]
    [InlineData("C:\\\\ud83d", "C:\\ud83d")]
    [InlineData("\\\\\\ud83d", "\\\ufffd")]
    public async Task Half_a_surrogate_pair_is_read_as_the_replacement_character(string json, string expected)
    {
        var rows = await ListAsync($$$"""{"id":"a1","scenario":{"id":"s1","name":"{{{json}}}"}}""");

        Assert.Equal(expected, rows[0].ScenarioName);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_read_as_the_replacement_character()
    {
        byte[] page = [.. Encoding.UTF8.GetBytes(Json.Page(["""{"id":"a1","scenario":{"name":"Jos#"}}"""]))];
        page[Array.IndexOf(page, (byte)'#')] = 0xE9; // Latin-1

        var rows = await ListAsync(Replies.With(200, page));

        Assert.Equal("Jos\ufffd", rows[0].ScenarioName);
    }

    [Fact]
    public async Task A_page_on_which_every_value_of_two_fields_is_invalid_has_all_its_rows()
    {
        var rows = await ListAsync([.. Enumerable.Range(0, 100).Select(row => FormattableString.Invariant($$"""{"id":"a{{row}}","due_date":"","created_at":"-"}"""))]);

        Assert.Equal(100, rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(200, _notices.Of<InvalidValueMet>().Count);
    }

    [Fact]
    public async Task An_invalid_value_of_an_individual_item_is_reported_with_its_id()
    {
        await using var server = LoopbackServer.Start(Replies.Json("""{"id":"w1","name":"Acme","created_at":""}"""));
        using var client = TestClient.For(server);

        var workspace = await client.WorkspaceAsync(_notices);

        Assert.Null(workspace.CreatedAt);
        Assert.Equal([new InvalidValueMet("created_at", "w1", "\"\"")], _notices.Of<InvalidValueMet>());
    }

    [Theory]
    [InlineData("""{"data":{},"pagination":{"page":1,"page_size":100,"total_count":0,"total_pages":0}}""")]
    [InlineData("""{"data":["a1"],"pagination":{"page":1,"page_size":100,"total_count":1,"total_pages":1}}""")]
    [InlineData("""{"data":[],"pagination":{"page":1,"page_size":100,"total_count":"many","total_pages":0}}""")]
    [InlineData("""{"data":[],"pagination":"none"}""")]
    [InlineData("""{"data":[{"id":"a1","due_date":"",}],"pagination":{"page":1,"page_size":100,"total_count":1,"total_pages":1}}""")]
    public async Task A_wrong_structure_is_an_error(string page)
    {
        var failure = await Assert.ThrowsAsync<ExecResponseException>(() => ListAsync(Replies.Json(page)));

        Assert.Equal("GET /scenarios/assignments (page 1)", failure.Request);
    }

    [Fact]
    public async Task The_value_is_reported_without_control_characters()
    {
        await ListAsync("""{"id":"a1","due_date":"\u001b[2J"}""", $$"""{"id":"a2","due_date":"{{(char)0x9b}}2J"}""");

        Assert.DoesNotContain(_notices.Of<InvalidValueMet>(), notice => notice.Value.Any(char.IsControl));
    }

    [Fact]
    public async Task The_value_is_reported_without_the_key()
    {
        await ListAsync($$"""{"id":"a1","due_date":"{{TestKey.Value}}"}""", $$"""{"id":"a2","created_at":"x{{TestKey.Value[10..30]}}"}""");

        Assert.Equal(["\"[key]\"", "\"x[key]\""], _notices.Of<InvalidValueMet>().Select(notice => notice.Value));
    }

    private Task<IReadOnlyList<Assignment>> ListAsync(params string[] rows) => ListAsync(Replies.Json(Json.Page(rows)));

    private async Task<IReadOnlyList<Assignment>> ListAsync(Reply reply)
    {
        await using var server = LoopbackServer.Start(reply);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(notices: _notices, cancellationToken: TestContext.Current.CancellationToken);
        return (await reader.ReadAsync().Soon())!;
    }
}
