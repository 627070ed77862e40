using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests;

/// <summary>Cancellation ends a call immediately at every stage. The clock doesn't advance, so nothing else can end it.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeClock _clock = new();
    private readonly NoticeLog _notices = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task A_call_that_is_canceled_before_it_starts_sends_nothing()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        using var client = ClientOf(server);
        await _stop.CancelAsync();

        await AssertStopsAsync(CallAsync(client));

        Assert.Empty(server.Requests);
        Assert.Equal(0, client.RequestCount);
    }

    [Fact]
    public async Task A_call_that_waits_for_the_rate_limit_can_be_canceled()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        using var client = ClientOf(server, limit: 1);
        await CallAsync(client);
        var call = CallAsync(client);
        await _clock.UntilWaitingForAsync(TimeSpan.FromMinutes(1));

        await AssertStopsAsync(call);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_call_that_waits_behind_another_for_the_rate_limit_can_be_canceled()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        using var client = ClientOf(server, limit: 1);
        await CallAsync(client);
        var other = client.WorkspaceAsync();
        await _clock.UntilWaitingForAsync(TimeSpan.FromMinutes(1));

        await AssertStopsAsync(CallAsync(client), timersLeft: 1);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await other;
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_waits_for_requests_in_flight_can_be_canceled()
    {
        await using var server = LoopbackServer.Start(Replies.Silence);
        using var client = ClientOf(server, limit: 1);
        using var stopOther = new CancellationTokenSource();
        var other = client.WorkspaceAsync(cancellationToken: stopOther.Token);
        await server.UntilRequestedAsync();

        await AssertStopsAsync(CallAsync(client), timersLeft: 1);

        await stopOther.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
    }

    [Fact]
    public async Task A_call_can_be_canceled_during_the_delay_before_a_retry()
    {
        await using var server = LoopbackServer.Start(Replies.Error(503, "Retry-After: 600"));
        using var client = ClientOf(server);
        var call = CallAsync(client);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(600));

        await AssertStopsAsync(call);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_call_can_be_canceled_during_the_delay_that_the_server_specified()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429, "Retry-After: 600"));
        using var client = ClientOf(server);
        var call = CallAsync(client);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(600));

        await AssertStopsAsync(call);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_call_can_be_canceled_before_the_response_starts()
    {
        await using var server = LoopbackServer.Start(Replies.Silence);
        using var client = ClientOf(server);
        var call = CallAsync(client);
        await server.UntilRequestedAsync();

        await AssertStopsAsync(call);

        await server.UntilRepliedAsync(); // The connection is closed.
    }

    [Fact]
    public async Task A_call_can_be_canceled_in_the_middle_of_the_body()
    {
        await using var server = LoopbackServer.Start(Replies.SilenceMidBody);
        using var client = ClientOf(server);
        var call = CallAsync(client);
        await _clock.UntilTimersSetAsync(3); // The request, the headers, and half of the body.

        await AssertStopsAsync(call);

        await server.UntilRepliedAsync();
    }

    [Fact]
    public async Task A_call_can_be_canceled_in_the_middle_of_a_compressed_body()
    {
        await using var server = LoopbackServer.Start(async connection =>
        {
            var body = Compression.Gzip(Replies.WorkspaceJson);
            await connection.WriteAsync(Replies.Head(200, ["Content-Encoding: gzip"], body.Length));
            await connection.WriteAsync(body.AsMemory(0, 20));
            await connection.UntilClientLeavesAsync();
        });
        using var client = ClientOf(server);
        var call = CallAsync(client);
        await _clock.UntilTimersSetAsync(2);

        await AssertStopsAsync(call);

        await server.UntilRepliedAsync();
    }

    [Fact]
    public async Task A_list_with_many_requests_in_flight_can_be_canceled()
    {
        var page = Json.Page(Enumerable.Range(0, 100).Select(row => $$"""{"id":"r{{row}}"}"""), total: 1000);
        await using var server = LoopbackServer.Start(Replies.Json(page), Replies.Silence);
        using var client = ClientOf(server);
        await using var reader = client.ListCollections().Read(cancellationToken: _stop.Token);
        await reader.ReadAsync().Soon();
        var read = reader.ReadAsync();

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.Soon());
        await reader.DisposeAsync();

        Assert.Equal(0, _clock.TimersPending);
        Assert.InRange(server.Requests.Count, 1, 3);
    }

    private ExecClient ClientOf(LoopbackServer server, int limit = 0) =>
        TestClient.For(server, _clock, with: options => options with { RequestsPerMinute = limit, Timeout = TimeSpan.FromHours(1) });

    private Task<Workspace> CallAsync(ExecClient client) => client.WorkspaceAsync(_notices, _stop.Token);

    private async Task AssertStopsAsync(Task call, int timersLeft = 0)
    {
        await _stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
        Assert.Equal(timersLeft, _clock.TimersPending);
    }
}
