using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;
using ExecPS.TestServer;

namespace ExecPS.Client.Tests.Http;

/// <summary>The rate limit of a client that sends requests to a server.</summary>
public class RateLimitHandlerTests
{
    private readonly FakeClock _clock = new();
    private readonly NoticeLog _notices = new();

    [Fact]
    public async Task After_429_every_request_of_the_client_waits_once()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429, "Retry-After: 30"), Replies.Workspace);
        using var client = TestClient.For(server, _clock);
        var refused = client.WorkspaceAsync(_notices);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(30));

        var others = Enumerable.Range(0, 3).Select(_ =>
        {
            var notices = new NoticeLog();
            return (Call: client.WorkspaceAsync(notices), Notices: notices);
        }).ToArray();

        Assert.All(others, other => Assert.Equal(FakeClock.Start.AddSeconds(30), other.Notices.Of<RequestsWait>()[0].Until));
        Assert.Single(server.Requests);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await refused;
        await Task.WhenAll(others.Select(other => other.Call)).Soon();
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task After_429_without_Retry_After_every_request_waits_one_second()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429), Replies.Workspace);
        using var client = TestClient.For(server, _clock);
        var refused = client.WorkspaceAsync();
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(1));

        var other = client.WorkspaceAsync(_notices);

        Assert.Equal(FakeClock.Start.AddSeconds(1), _notices.Of<RequestsWait>()[0].Until);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(refused, other).Soon();
    }

    [Fact]
    public async Task An_error_other_than_429_delays_no_other_request()
    {
        await using var server = LoopbackServer.Start(Replies.Error(503, "Retry-After: 30"), Replies.Workspace);
        using var client = TestClient.For(server, _clock);
        var failed = client.WorkspaceAsync();
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(30));

        await client.WorkspaceAsync(_notices);

        Assert.Empty(_notices.Of<RequestsWait>());
        _clock.Advance(TimeSpan.FromSeconds(30));
        await failed;
    }

    [Fact]
    public async Task Every_attempt_counts()
    {
        await using var server = LoopbackServer.Start(Replies.Error(500), Replies.Error(429), Replies.Reset, Replies.Workspace);
        using var client = TestClient.For(server, with: options => options with { RequestsPerMinute = 60 });

        await client.WorkspaceAsync();

        Assert.Equal((4, 4, 1), (client.RequestCount, client.RequestsThisMinute, client.RateLimitedCount));
    }

    [Fact]
    public async Task The_last_429_delays_other_requests_too()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429, "Retry-After: 30"), Replies.Workspace);
        using var client = TestClient.For(server, _clock, with: options => options with { MaximumRetryCount = 0 });
        await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        var other = client.WorkspaceAsync();
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(30));

        _clock.Advance(TimeSpan.FromSeconds(30));
        await other;
        Assert.Equal(1, client.RateLimitedCount);
    }

    [Fact]
    public async Task Scenario_creations_have_an_additional_limit()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        var pipeline = new Pipeline(_clock, requestsPerMinute: 60, scenarioCreationsPerMinute: 10);
        for (var request = 0; request < 10; request++)
            await SendAsync(pipeline, server, createsScenario: true).Soon();

        var eleventh = SendAsync(pipeline, server, createsScenario: true);
        await _clock.UntilWaitingForAsync(TimeSpan.FromMinutes(1));
        await SendAsync(pipeline, server, createsScenario: false).Soon();

        Assert.Equal(11, pipeline.Limiter.RequestsThisMinute);
        Assert.All(_notices.Of<RequestsWait>(), wait => Assert.Equal(("scenario creations", FakeClock.Start.AddMinutes(1)), (wait.Reason, wait.Until)));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await eleventh.Soon();
    }

    [Fact]
    public async Task Scenario_creations_count_against_the_limit_for_all_requests()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        var pipeline = new Pipeline(_clock, requestsPerMinute: 2, scenarioCreationsPerMinute: 10);
        await SendAsync(pipeline, server, createsScenario: true).Soon();
        await SendAsync(pipeline, server, createsScenario: true).Soon();

        var third = SendAsync(pipeline, server, createsScenario: false);
        await _clock.UntilWaitingForAsync(TimeSpan.FromMinutes(1));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await third.Soon();
    }

    [Fact]
    public async Task A_failed_request_counts_like_a_successful_one()
    {
        await using var server = LoopbackServer.Start(Replies.Error(404), Replies.Workspace);
        var clock = FakeClock.ThatSkipsWaits();
        using var client = TestClient.For(server, clock, with: options => options with { RequestsPerMinute = 1 });
        await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        await client.WorkspaceAsync();

        Assert.Equal(TimeSpan.FromMinutes(1), clock.Elapsed);
    }

    [Fact]
    public async Task A_list_of_100_pages_causes_no_429_from_a_server_with_the_published_limits()
    {
        var clock = FakeClock.ThatSkipsWaits();
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 10_000, EnforceLimits = true, Clock = clock });
        using var client = TestClient.For(server, clock, with: options => options with { RequestsPerMinute = 60 });

        var rows = 0;
        await foreach (var row in client.ListAssignments().ReadAllAsync(TestContext.Current.CancellationToken))
            rows++;

        Assert.Equal(10_000, rows);
        Assert.Equal((100, 0), (client.RequestCount, client.RateLimitedCount));
        Assert.InRange(clock.Elapsed, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_list_without_a_client_limit_is_complete_from_a_server_with_the_published_limits()
    {
        var clock = FakeClock.ThatSkipsWaits();
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 10_000, EnforceLimits = true, Clock = clock });
        using var client = TestClient.For(server, clock);

        var rows = new HashSet<string>();
        await foreach (var row in client.ListAssignments().ReadAllAsync(TestContext.Current.CancellationToken))
            rows.Add(row.Id!);

        Assert.Equal(10_000, rows.Count);
        Assert.InRange(client.RateLimitedCount, 1, 50);
    }

    private async Task SendAsync(Pipeline pipeline, LoopbackServer server, bool createsScenario)
    {
        using var request = new ExecRequestMessage(HttpMethod.Post, server.BaseUri, "/scenario-studio", "", RetryMode.Idempotent, _notices)
        {
            CreatesScenario = createsScenario,
        };
        using var response = await pipeline.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
