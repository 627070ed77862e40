using System.Text.Json;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Serialization;

public class ApiEnumConverterTests
{
    [Theory]
    [InlineData("not_started", AssignmentStatus.NotStarted)]
    [InlineData("in_progress", AssignmentStatus.InProgress)]
    [InlineData("completed", AssignmentStatus.Completed)]
    [InlineData("past_due", AssignmentStatus.PastDue)]
    [InlineData("did_not_pass", AssignmentStatus.DidNotPass)]
    [InlineData("past\\u005fdue", AssignmentStatus.PastDue)]
    public void A_status_is_read_by_the_APIs_name(string name, AssignmentStatus status) =>
        Assert.Equal(status, Json.Assignment($$"""{"status":"{{name}}"}""").Status);

    [Theory]
    [InlineData("3")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"past_due\"]")]
    public void JSON_that_is_not_a_string_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => Json.Assignment($$"""{"status":{{json}}}"""));

    [Fact]
    public void A_string_that_is_not_valid_text_is_rejected() =>
        // Half of a surrogate pair is valid JSON, but not a valid string.
        Assert.Throws<JsonException>(() => Json.Assignment("""{"status":"\ud800"}"""));

    [Fact]
    public void A_value_is_written_by_the_APIs_name() =>
        Assert.Equal("\"past_due\"", JsonSerializer.Serialize(AssignmentStatus.PastDue));

    [Fact]
    public void An_undefined_value_is_not_written() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JsonSerializer.Serialize((AssignmentStatus)99));
}
