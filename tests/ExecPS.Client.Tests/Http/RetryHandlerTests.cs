using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

public class RetryHandlerTests
{
    private readonly FakeClock _clock = FakeClock.ThatSkipsWaits();
    private readonly NoticeLog _notices = new();

    [Theory]
    [InlineData(408, "408 RequestTimeout")]
    [InlineData(429, "429 TooManyRequests")]
    [InlineData(500, "500 InternalServerError")]
    [InlineData(502, "502 BadGateway")]
    [InlineData(503, "503 ServiceUnavailable")]
    [InlineData(504, "504 GatewayTimeout")]
    public async Task A_transient_status_is_retried(int status, string reason)
    {
        await using var server = LoopbackServer.Start(Replies.Error(status), Replies.Error(status), Replies.Workspace);
        using var client = TestClient.For(server, _clock);

        Assert.Equal("Acme", (await client.WorkspaceAsync(_notices)).Name);
        Assert.Equal(3, server.Requests.Count);
        Assert.All(_notices.Of<RequestRetried>(), notice => Assert.Equal(("GET /workspace", reason), (notice.Request, notice.Reason)));
    }

    public static TheoryData<string> BrokenConnections => ["reset", "closed", "headers alone", "reset mid-body", "truncated", "no HTTP"];

    [Theory]
    [MemberData(nameof(BrokenConnections))]
    public async Task A_request_is_retried_after_a_lost_connection(string kind)
    {
        var broken = kind switch
        {
            "reset" => Replies.Reset,
            "closed" => Replies.Close,
            "reset mid-body" => Replies.ResetMidBody,
            "truncated" => Replies.Truncated,
            "headers alone" => Replies.Raw(Replies.Head(200, [], 100)),
            _ => Replies.Raw("SSH-2.0-Something\r\n"),
        };
        await using var server = LoopbackServer.Start(broken, broken, Replies.Workspace);
        using var client = TestClient.For(server, _clock);

        Assert.Equal("Acme", (await client.WorkspaceAsync(_notices)).Name);
        Assert.Equal((3, 3, 2), (server.Requests.Count, client.RequestCount, _notices.Of<RequestRetried>().Count));
    }

    [Fact]
    public async Task A_refused_connection_is_retried()
    {
        await using var server = LoopbackServer.ThatRefusesConnections(Replies.Workspace);
        using var client = TestClient.For(server, _clock);
        var notices = new NoticeLog(notice =>
        {
            if (notice is RequestRetried { Attempt: 2 })
                server.Listen();
        });

        Assert.Equal("Acme", (await client.WorkspaceAsync(notices)).Name);
        Assert.Equal([1, 2], notices.Of<RequestRetried>().Select(notice => notice.Attempt));
    }

    [Fact]
    public async Task There_are_at_most_five_retries_by_default()
    {
        await using var server = LoopbackServer.Start(Replies.Error(503));
        using var client = TestClient.For(server, _clock);

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync(_notices));

        Assert.Equal(503, failure.StatusCode);
        Assert.Equal(6, server.Requests.Count);
        Assert.Equal([(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)], _notices.Of<RequestRetried>().Select(notice => (notice.Attempt, notice.MaximumRetryCount)));
    }

    [Fact]
    public async Task A_connection_that_fails_on_every_attempt_is_an_ExecConnectionException()
    {
        await using var server = LoopbackServer.Start(Replies.Reset);
        using var client = TestClient.For(server, _clock);

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.True(failure.IsTransient);
        Assert.Equal("GET /workspace", failure.Request);
        Assert.StartsWith("No response to GET /workspace: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public async Task The_options_set_the_number_of_retries(int most)
    {
        await using var server = LoopbackServer.Start(Replies.Error(500));
        using var client = TestClient.For(server, _clock, with: options => options with { MaximumRetryCount = most });

        await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        Assert.Equal(most + 1, server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(505)]
    public async Task A_permanent_status_is_not_retried(int status)
    {
        await using var server = LoopbackServer.Start(Replies.Error(status, "Retry-After: 1"));
        using var client = TestClient.For(server, _clock);

        Assert.Equal(status, (await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync())).StatusCode);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(0.5, new[] { 0.5, 1, 2, 4, 8, 16, 30, 30, 30, 30 })]
    [InlineData(2, new[] { 2d, 4, 8, 16, 30, 30, 30, 30, 30, 30 })]
    [InlineData(100, new[] { 30d, 30, 30, 30, 30, 30, 30, 30, 30, 30 })]
    [InlineData(0, new[] { 0d, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public async Task Delays_double_up_to_thirty_seconds(double interval, double[] pauses)
    {
        await using var server = LoopbackServer.Start(Replies.Error(500));
        using var client = TestClient.For(server, _clock, with: options => options with { MaximumRetryCount = 10, RetryInterval = TimeSpan.FromSeconds(interval) });

        await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync(_notices));

        Assert.Equal(pauses, _notices.Of<RequestRetried>().Select(notice => notice.Pause.TotalSeconds));
        Assert.Equal(pauses.Sum(), _clock.Elapsed.TotalSeconds);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public async Task A_delay_is_random_and_at_least_half_of_its_maximum(double jitter)
    {
        await using var server = LoopbackServer.Start(Replies.Error(500));
        using var client = TestClient.For(server, _clock, jitter);

        await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync(_notices));

        var share = 0.5 + (jitter / 2);
        Assert.Equal(new[] { 0.5, 1, 2, 4, 8 }.Select(pause => pause * share), _notices.Of<RequestRetried>().Select(notice => notice.Pause.TotalSeconds));
        Assert.Equal(15.5 * share, _clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task After_429_without_Retry_After_the_delay_is_at_least_one_second()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429));
        using var client = TestClient.For(server, _clock, with: options => options with { RetryInterval = TimeSpan.Zero });

        await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync(_notices));

        Assert.Equal([1, 1, 1, 1, 1], _notices.Of<RequestRetried>().Select(notice => notice.Pause.TotalSeconds));
        Assert.Equal(5, _clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task A_delay_is_reported_with_its_end()
    {
        await using var server = LoopbackServer.Start(Replies.Error(500), Replies.Workspace);
        using var client = TestClient.For(server, _clock);

        await client.WorkspaceAsync(_notices);

        Assert.Equal(("retry", FakeClock.Start.AddSeconds(0.5)), Assert.Single(_notices.Of<RequestsWait>().Select(notice => (notice.Reason, notice.Until))));
    }

    [Fact]
    public async Task The_timeout_restarts_with_each_attempt()
    {
        var clock = new FakeClock();
        await using var server = LoopbackServer.Start(Replies.Error(500), Replies.Silence);
        using var client = TestClient.For(server, clock, with: options => options with { Timeout = TimeSpan.FromSeconds(10), RetryInterval = TimeSpan.FromSeconds(9) });
        var call = client.WorkspaceAsync();
        await clock.UntilWaitingForAsync(TimeSpan.FromSeconds(9));
        clock.Advance(TimeSpan.FromSeconds(9));

        await clock.UntilWaitingForAsync(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<ExecTimeoutException>(() => call);
    }
}
