using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Serialization;

/// <summary>Names in a response that this version doesn't recognize.</summary>
public class UnknownValuesTests
{
    private readonly NoticeLog _notices = new();

    public static TheoryData<Type> NamedSets =>
        [.. typeof(AssignmentStatus).Assembly.GetTypes().Where(type =>
            type.IsPublic && type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter
            && (converter.GetGenericTypeDefinition() == typeof(ApiEnumConverter<>) || converter.GetGenericTypeDefinition() == typeof(OrderedNameConverter<>)))];

    [Fact]
    public async Task A_row_with_an_unknown_name_is_kept_and_the_name_is_reported()
    {
        await using var server = LoopbackServer.Start(Replies.Json(Json.Page(
        [
            """{"id":"a1","status":"archived","best_rank":"platinum"}""",
            """{"id":"a2","status":"archived","rank_min":"platinum"}""",
            """{"id":"a3","status":"completed"}""",
        ])));

        var rows = await ListAsync(server);

        Assert.Equal([AssignmentStatus.Unknown, AssignmentStatus.Unknown, AssignmentStatus.Completed], rows.Select(row => row.Status!.Value));
        Assert.Equal([Rank.Unknown, null, null], rows.Select(row => row.BestRank));
        Assert.Equal(
            [("AssignmentStatus", "archived"), ("Rank", "platinum")],
            _notices.Of<UnknownValueReceived>().Select(notice => (notice.Type, notice.Name)).Order());
    }

    [Fact]
    public async Task The_reported_name_contains_no_control_characters()
    {
        await using var server = LoopbackServer.Start(Replies.Json(Json.Page(["""{"id":"a1","status":"arch\u001b[2Jived"}"""])));

        await ListAsync(server);

        Assert.Equal("arch [2Jived", Assert.Single(_notices.Of<UnknownValueReceived>()).Name);
    }

    [Fact]
    public async Task The_name_is_not_reported_again_with_the_next_response()
    {
        await using var server = LoopbackServer.Start(
            Replies.Json(Json.Page(["""{"id":"a1","status":"archived"}"""])),
            Replies.Json(Json.Page(["""{"id":"a1","status":"completed"}"""])));

        await ListAsync(server);
        await ListAsync(server);

        Assert.Single(_notices.Of<UnknownValueReceived>());
    }

    [Fact]
    public void A_name_that_other_code_read_on_the_thread_is_not_reported()
    {
        // The models and their converters are public, so a script can read JSON with them.
        JsonSerializer.Deserialize<AssignmentStatus>("\"before\"");
        using var unknown = new UnknownValues();
        using (new UnknownValues())
            JsonSerializer.Deserialize<AssignmentStatus>("\"within another read\"");

        JsonSerializer.Deserialize<AssignmentStatus>("\"archived\"");

        Assert.Equal([("AssignmentStatus", "archived")], unknown.Met);
    }

    [Theory]
    [MemberData(nameof(NamedSets))]
    public void An_unknown_value_is_written_as_unknown_and_read_as_such(Type set)
    {
        var unknown = set.IsEnum ? Enum.Parse(set, "Unknown") : set.GetProperty("Unknown")!.GetValue(null)!;

        using var collector = new UnknownValues();

        var json = JsonSerializer.Serialize(unknown, set);

        Assert.Equal("\"unknown\"", json);
        Assert.Equal(unknown, JsonSerializer.Deserialize(json, set));
        Assert.Equal([(set.Name, "unknown")], collector.Met);
    }

    [Fact]
    public void A_row_with_an_unknown_value_is_written()
    {
        var row = Json.Assignment("""{"id":"a1","status":"archived","best_rank":"platinum"}""");

        var json = JsonNode.Parse(JsonSerializer.Serialize(row, ExecJsonContext.Default.Assignment))!;

        Assert.Equal(("unknown", "unknown"), ((string?)json["status"], (string?)json["best_rank"]));
        Assert.Null(json["rank_min"]);
    }

    private async Task<IReadOnlyList<Assignment>> ListAsync(LoopbackServer server)
    {
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(notices: _notices, cancellationToken: TestContext.Current.CancellationToken);
        return (await reader.ReadAsync().Soon())!;
    }
}
