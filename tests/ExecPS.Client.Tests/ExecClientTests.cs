using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests;

public class ExecClientTests
{
    [Theory]
    [InlineData("")]
    [InlineData("rest/v1")]
    public async Task Paths_are_appended_to_the_address(string below)
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        using var client = TestClient.For(new Uri(server.BaseUri, "/" + below), TestKey.Value);

        await client.WorkspaceAsync();

        Assert.Equal($"/{below}/workspace".Replace("//", "/", StringComparison.Ordinal), Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Requests_are_counted()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        using var client = TestClient.For(server);
        Assert.Equal((0, 0, 0), (client.RequestCount, client.RequestsThisMinute, client.RateLimitedCount));

        await client.WorkspaceAsync();
        await client.WorkspaceAsync();

        Assert.Equal((2, 2, 0), (client.RequestCount, client.RequestsThisMinute, client.RateLimitedCount));
    }

    [Fact]
    public async Task Disposing_cancels_the_requests_in_flight()
    {
        await using var server = LoopbackServer.Start(Replies.Silence);
        var client = TestClient.For(server);
        var call = client.WorkspaceAsync();
        await server.UntilRequestedAsync();

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        await server.UntilRepliedAsync();
    }

    [Fact]
    public async Task Disposing_cancels_a_request_that_waits_for_the_rate_limit()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        var clock = new FakeClock();
        var client = TestClient.For(server, clock, with: options => options with { RequestsPerMinute = 1 });
        await client.WorkspaceAsync();
        var call = client.WorkspaceAsync();
        await clock.UntilWaitingForAsync(TimeSpan.FromMinutes(1));

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Disposing_cancels_all_requests_that_wait_for_the_rate_limit()
    {
        // The first request waits for the limit, and the others wait behind it. Disposing must end all of them.
        for (var run = 0; run < 20; run++)
        {
            await using var server = LoopbackServer.Start(Replies.Workspace);
            var clock = new FakeClock();
            var client = TestClient.For(server, clock, with: options => options with { RequestsPerMinute = 1 });
            await client.WorkspaceAsync();
            var calls = Enumerable.Range(0, 8).Select(_ => client.WorkspaceAsync()).ToArray();
            await clock.UntilWaitingForAsync(TimeSpan.FromMinutes(1));

            client.Dispose();

            foreach (var call in calls)
                Assert.Equal(nameof(ExecClient), (await Assert.ThrowsAsync<ObjectDisposedException>(() => call)).ObjectName);
            Assert.Single(server.Requests);
            Assert.Equal(0, clock.TimersPending);
        }
    }

    [Fact]
    public async Task A_disposed_client_sends_nothing()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        var client = TestClient.For(server);
        client.Dispose();
        client.Dispose();

        Assert.Equal(nameof(ExecClient), (await Assert.ThrowsAsync<ObjectDisposedException>(() => client.WorkspaceAsync())).ObjectName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_client_reports_the_remaining_daily_quota()
    {
        await using var server = LoopbackServer.Start(Replies.Error(500), Replies.Workspace);
        var clock = FakeClock.ThatSkipsWaits();
        using var client = TestClient.For(server, clock);

        await client.WorkspaceAsync();

        Assert.Equal(998, client.RequestsLeftToday);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1000, client.RequestsLeftToday);
    }

    [Fact]
    public async Task Many_threads_can_use_one_client()
    {
        await using var server = await TestServer.ExecTestServer.StartAsync(new() { AssignmentCount = 1000 });
        using var client = TestClient.For(server);

        var lists = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var ids = new List<string?>();
            await foreach (var row in client.ListAssignments().ReadAllAsync(TestContext.Current.CancellationToken))
                ids.Add(row.Id);
            return ids;
        }))).Soon();

        Assert.All(lists, list => Assert.Equal(server.World.Assignments.Select(row => row.Id), list));
        Assert.Equal(80, client.RequestCount);
    }
}
