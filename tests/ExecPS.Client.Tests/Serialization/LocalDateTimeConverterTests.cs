using System.Text.Json;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Serialization;

/// <summary>These tests don't depend on the time zone of the computer.</summary>
public class LocalDateTimeConverterTests
{
    public static TheoryData<string, string> Times => new()
    {
        { "2026-04-15T00:00:00Z", "2026-04-15T00:00:00.0000000Z" },
        { "2026-04-15T00:00:00+00:00", "2026-04-15T00:00:00.0000000Z" },
        { "2026-04-15T02:00:00+02:00", "2026-04-15T00:00:00.0000000Z" },
        { "2026-04-14T20:30:00-03:30", "2026-04-15T00:00:00.0000000Z" },
        { "2026-04-15T00:00:00", "2026-04-15T00:00:00.0000000Z" }, // without an offset: UTC
        { "2026-04-15", "2026-04-15T00:00:00.0000000Z" },
        { "2026-04-15T00:00:00.5Z", "2026-04-15T00:00:00.5000000Z" },
        { "2026-04-15T00:00:00.1234567Z", "2026-04-15T00:00:00.1234567Z" },
        { "2026-04-15T00:00:00.123456789Z", "2026-04-15T00:00:00.1234567Z" },
        { "2026-04-15T00:00Z", "2026-04-15T00:00:00.0000000Z" },
        { "2024-02-29T23:59:59Z", "2024-02-29T23:59:59.0000000Z" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_is_converted_to_local_time(string text, string moment)
    {
        var time = Json.Workspace($$"""{"created_at":"{{text}}"}""").CreatedAt!.Value;

        var expected = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeKind.Local, time.Kind);
        Assert.Equal(expected.UtcDateTime, time.ToUniversalTime());
        Assert.Equal(TimeZoneInfo.ConvertTime(expected, TimeZoneInfo.Local).DateTime, time);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"2026-13-01T00:00:00Z\"")]
    [InlineData("\"2026-02-30T00:00:00Z\"")]
    [InlineData("\"15.04.2026\"")]
    [InlineData("1776211200")]
    [InlineData("{}")]
    public void JSON_that_is_not_a_time_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => Json.Workspace($$"""{"created_at":{{json}}}"""));

    [Fact]
    public void A_time_is_written_as_UTC()
    {
        var workspace = new Workspace { CreatedAt = new DateTime(2026, 4, 15, 0, 0, 0, DateTimeKind.Utc).ToLocalTime() };

        Assert.Contains("\"created_at\":\"2026-04-15T00:00:00Z\"", JsonSerializer.Serialize(workspace, ExecJsonContext.Default.Workspace), StringComparison.Ordinal);
    }
}
