using System.Globalization;
using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>How long a client waits if the server specifies a delay, in every format.</summary>
public class RetryAfterTests
{
    private readonly FakeClock _clock = FakeClock.ThatSkipsWaits();
    private readonly NoticeLog _notices = new();

    public static TheoryData<int> Statuses => [429, 503];

    /// <summary>Header line, body, and the delay in seconds. Null if the response specifies none.</summary>
    public static TheoryData<string, string, double?> Forms => new()
    {
        { "Retry-After: 7", "", 7 },
        { "Retry-After: 0", "", 0 },
        { "Retry-After: 900", "", 900 },
        { Date(FakeClock.Start.AddSeconds(40)), "", 40 },
        { Date(FakeClock.Start.AddSeconds(-40)), "", 0 },
        { "", """{"error":{"retry_after":9}}""", 9 },
        { "", """{"error":{"retry_after":1.5}}""", 1.5 },
        { "", """{"error":{"retry_after":"9"}}""", 9 },
        { "", """{"retry_after":9}""", 9 },
        { "", """{"retry_after":9,"error":{"retry_after":12}}""", 12 },
        { "", """{"retry_after":9,"error":{"retry_after":3}}""", 9 },
        { "Retry-After: 7", """{"error":{"retry_after":9}}""", 9 },
        { "Retry-After: 9", """{"error":{"retry_after":7}}""", 9 },
        { "Retry-After: 007", "", 7 },
        { "Retry-After: 2s", "", null },
        { "Retry-After: ", "", null },
        { "Retry-After: soon", "", null },
        { "Retry-After: -5", "", null },
        { "Retry-After: 1.5", "", null },
        { "", """{"error":{"retry_after":-3}}""", null },
        { "", """{"error":{"retry_after":null}}""", null },
        { "", """{"error":{"retry_after":"soon"}}""", null },
        { "", """{"error":{"retry_after":{}}}""", null },
        { "", """{"error":"wait"}""", null },
        { "", "<html>retry_after: 9</html>", null },
        { "", "[9]", null },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public Task After_429_the_client_waits_as_long_as_the_server_specifies(string header, string body, double? seconds) =>
        AssertWaitsAsync(429, header, body, seconds ?? 1);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task After_503_the_client_waits_as_long_as_the_server_specifies(string header, string body, double? seconds) =>
        AssertWaitsAsync(503, header, body, seconds ?? 0.5);

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_date_is_relative_to_the_servers_clock_if_the_response_contains_it(int status)
    {
        // The two clocks differ by a day.
        var now = FakeClock.Start.AddDays(1);
        await using var server = LoopbackServer.Start(
            Replies.With(status, "", Date(now.AddSeconds(25)), $"Date: {now.ToString("r", CultureInfo.InvariantCulture)}"), Replies.Workspace);
        using var client = TestClient.For(server, _clock);

        await client.WorkspaceAsync(_notices);

        Assert.Equal(25, _clock.Elapsed.TotalSeconds);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_delay_of_more_than_fifteen_minutes_is_an_immediate_error_with_the_end_of_the_delay(int status)
    {
        await using var server = LoopbackServer.Start(Replies.Error(status, "Retry-After: 901"));
        using var client = TestClient.For(server, _clock);

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        Assert.Equal(TimeSpan.FromSeconds(901), failure.RetryAfter);
        Assert.EndsWith("The API requires a wait of 15 min 1 s.", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Theory]
    [InlineData("Retry-After: 86400", "", 86400)]
    [InlineData("Retry-After: 2147483647", "", 365 * 86400)]
    [InlineData("Retry-After: 2147483648", "", 365 * 86400)] // more than an Int32
    [InlineData("Retry-After: 99999999999", "", 365 * 86400)]
    [InlineData("Retry-After: 99999999999999999999999999999999999999999", "", 365 * 86400)]
    [InlineData("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", "", 365 * 86400)]
    [InlineData("Retry-After: 99999999999", """{"error":{"retry_after":2}}""", 365 * 86400)]
    [InlineData("", """{"error":{"retry_after":2147483648}}""", 365 * 86400)]
    [InlineData("", """{"error":{"retry_after":99999999999}}""", 365 * 86400)]
    [InlineData("", """{"error":{"retry_after":"99999999999"}}""", 365 * 86400)]
    [InlineData("", """{"retry_after":99999999999}""", 365 * 86400)]
    [InlineData("", """{"error":{"retry_after":1e999}}""", 365 * 86400)]
    [InlineData("", """{"error":{"retry_after":"1e999"}}""", 365 * 86400)]
    [InlineData("", """{"error":{"retry_after":1e300}}""", 365 * 86400)]
    [InlineData("", """{"error":{"retry_after":99999999999999999999}}""", 365 * 86400)]
    public async Task A_long_delay_is_an_error_instead_of_a_wait(string header, string body, int seconds)
    {
        await using var server = LoopbackServer.Start(Replies.With(429, body, header.Length > 0 ? [header] : []));
        using var client = TestClient.For(server, _clock);

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
        Assert.EndsWith($"The API requires a wait of {seconds / 3600} h 0 min.", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public async Task A_number_with_too_many_digits_is_a_long_delay()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429, "Retry-After: " + new string('9', 400)));
        using var client = TestClient.For(server, _clock);

        Assert.Equal(TimeSpan.FromDays(365), (await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync())).RetryAfter);
    }

    [Fact]
    public async Task The_date_in_the_error_is_relative_to_the_clients_clock()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429, Date(FakeClock.Start.AddHours(2))));
        using var client = TestClient.For(server, _clock);

        Assert.Equal(TimeSpan.FromHours(2), (await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync())).RetryAfter);
    }

    [Fact]
    public async Task A_delay_that_is_too_long_for_a_request_delays_no_other_request()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429, "Retry-After: 3600"), Replies.Workspace);
        using var client = TestClient.For(server, _clock);
        await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        await client.WorkspaceAsync();

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public async Task The_error_contains_the_delay_of_the_last_response()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429, "Retry-After: 20"));
        using var client = TestClient.For(server, _clock);

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        Assert.Equal(TimeSpan.FromSeconds(20), failure.RetryAfter);
        Assert.Equal(100, _clock.Elapsed.TotalSeconds);
    }

    private static string Date(DateTimeOffset time) => $"Retry-After: {time.ToString("r", CultureInfo.InvariantCulture)}";

    private async Task AssertWaitsAsync(int status, string header, string body, double seconds)
    {
        await using var server = LoopbackServer.Start(Replies.With(status, body, header.Length > 0 ? [header] : []), Replies.Workspace);
        using var client = TestClient.For(server, _clock);

        await client.WorkspaceAsync(_notices);

        Assert.Equal(seconds, Assert.Single(_notices.Of<RequestRetried>()).Pause.TotalSeconds);
        Assert.Equal(seconds, _clock.Elapsed.TotalSeconds);
    }
}
