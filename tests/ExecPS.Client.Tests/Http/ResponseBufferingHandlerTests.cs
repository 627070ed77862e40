using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>The idle timeout, the size limit, and certificate errors: what ends a request before its response is complete.</summary>
public class ResponseBufferingHandlerTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_server_that_never_responds_causes_a_timeout()
    {
        await using var server = LoopbackServer.Start(Replies.Silence);
        using var client = ClientOf(server);
        var call = client.WorkspaceAsync();
        await server.UntilRequestedAsync();

        _clock.Advance(Silence);

        var failure = await Assert.ThrowsAsync<ExecTimeoutException>(() => call);
        Assert.Equal(Silence, failure.Timeout);
        Assert.Equal("GET /workspace timed out: no complete response headers arrived within 30 s.", failure.Message);
        await server.UntilRepliedAsync();
    }

    [Fact]
    public async Task A_server_that_stops_in_the_middle_of_the_body_causes_a_timeout()
    {
        await using var server = LoopbackServer.Start(Replies.SilenceMidBody);
        using var client = ClientOf(server);
        var call = client.WorkspaceAsync();
        await UntilHeardAsync(times: 2);

        _clock.Advance(Silence);

        var failure = await Assert.ThrowsAsync<ExecTimeoutException>(() => call);
        Assert.Equal("GET /workspace timed out: the response began, but then no data arrived for 30 s.", failure.Message);
        await server.UntilRepliedAsync();
    }

    [Fact]
    public async Task A_timeout_is_not_retried()
    {
        // A retry after a timeout would probably time out again.
        await using var server = LoopbackServer.Start(Replies.Silence, Replies.Workspace);
        using var client = ClientOf(server);
        var call = client.WorkspaceAsync();
        await server.UntilRequestedAsync();
        _clock.Advance(Silence);

        await Assert.ThrowsAsync<ExecTimeoutException>(() => call);
        Assert.Single(server.Requests);
        Assert.Equal(1, client.RequestCount);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")] // Many bytes arrive before the first one can be decompressed.
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_response_that_keeps_arriving_does_not_time_out(string? encoding)
    {
        // Each byte arrives after 20 of 30 seconds.
        var body = Encoding.UTF8.GetBytes(Replies.WorkspaceJson);
        if (encoding is not null)
            body = Compression.Compress(encoding, body);
        var turns = new SemaphoreSlim(0);
        await using var server = LoopbackServer.Start(async connection =>
        {
            await turns.WaitAsync(connection.Stopping);
            await connection.WriteAsync(Replies.Head(200, encoding is null ? [] : [$"Content-Encoding: {encoding}"], body.Length));
            foreach (var single in body)
            {
                await turns.WaitAsync(connection.Stopping);
                await connection.WriteAsync(new[] { single });
            }
        });
        using var client = ClientOf(server);
        var call = client.WorkspaceAsync();
        await server.UntilRequestedAsync();

        for (var heard = 1; heard <= body.Length + 1; heard++)
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            turns.Release();
            await UntilHeardAsync(heard);
        }

        Assert.Equal("Acme", (await call).Name);
        Assert.True(_clock.Elapsed > Silence * 10);
    }

    [Fact]
    public async Task No_timer_remains_after_a_response()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        using var client = ClientOf(server);

        await client.WorkspaceAsync();

        Assert.Equal(0, _clock.TimersPending);
    }

    [Fact]
    public async Task A_response_is_reported_with_its_status_size_and_duration()
    {
        await using var server = LoopbackServer.Start(async connection =>
        {
            _clock.Advance(TimeSpan.FromSeconds(3));
            await Replies.Workspace(connection);
        });
        using var client = ClientOf(server);
        var notices = new NoticeLog();

        await client.WorkspaceAsync(notices);

        Assert.Equal(new ResponseReceived("GET /workspace", 200, TimeSpan.FromSeconds(3), Replies.WorkspaceJson.Length), Assert.Single(notices.Of<ResponseReceived>()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")] // a compression bomb: each kilobyte expands to a megabyte
    public async Task Reading_an_endless_response_ends_at_64_MiB(string? encoding)
    {
        var megabyte = new byte[1024 * 1024];
        Array.Fill(megabyte, (byte)' ');
        var piece = encoding is null ? megabyte : Compression.Compress(encoding, megabyte);
        long sent = 0;
        await using var server = LoopbackServer.Start(async connection =>
        {
            var header = encoding is null ? "" : $"Content-Encoding: {encoding}\r\n";
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{header}Connection: close\r\n\r\n");
            while (true)
            {
                await connection.WriteAsync(piece);
                sent += megabyte.Length;
            }
        });
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync());

        Assert.Equal("The response to GET /workspace isn't valid: it is larger than 64 MiB.", failure.Message);
        await server.UntilRepliedAsync();
        Assert.Single(server.Requests);
        if (encoding is null)
            Assert.InRange(sent, ResponseBufferingHandler.MaximumBytes, ResponseBufferingHandler.MaximumBytes * 2L);
    }

    [Fact]
    public async Task A_response_whose_announced_size_exceeds_64_MiB_is_not_read()
    {
        // The body never arrives, so waiting for it would not end.
        await using var server = LoopbackServer.Start(async connection =>
        {
            await connection.WriteAsync(Replies.Head(200, [], ResponseBufferingHandler.MaximumBytes + 1L));
            await connection.UntilClientLeavesAsync();
        });
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync());

        Assert.EndsWith("it is larger than 64 MiB.", failure.Message, StringComparison.Ordinal);
        await server.UntilRepliedAsync();
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_announced_size_in_a_response_to_HEAD_is_not_limited()
    {
        await using var server = LoopbackServer.Start(connection => connection.WriteAsync(Replies.Head(200, [], 1L << 40)));
        using var client = TestClient.For(server);

        var reply = await client.SendRawAsync(HttpMethod.Head, "/workspace", cancellationToken: TestContext.Current.CancellationToken).Soon();

        Assert.Equal(200, reply.StatusCode);
    }

    [Fact]
    public async Task A_large_response_within_the_limit_is_read()
    {
        var padding = new string(' ', 20 * 1024 * 1024);
        await using var server = LoopbackServer.Start(Replies.Json(padding + Replies.WorkspaceJson));
        using var client = TestClient.For(server);

        Assert.Equal("Acme", (await client.WorkspaceAsync()).Name);
    }

    [Fact]
    public async Task A_request_that_the_transport_canceled_is_retried()
    {
        var transport = new RecordingTransport(_ => throw new TaskCanceledException());
        using var client = transport.Client();
        var notices = new NoticeLog();

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync(notices));

        Assert.Equal("No response to GET /workspace: the transport canceled the request.", failure.Message);
        Assert.Equal((true, true), (failure.IsTransient, failure.MayHaveBeenProcessed));
        Assert.Equal((2, 1), (transport.Requests.Count, notices.Of<RequestRetried>().Count));
    }

    [Fact]
    public async Task An_untrusted_certificate_is_an_error_and_is_not_retried()
    {
        await using var server = TlsServer.Start();
        using var client = TestClient.For(server.BaseUri, TestKey.Value);

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.False(failure.IsTransient);
        Assert.Equal(1, client.RequestCount);
        Assert.Equal((1, 0), (server.Connections, server.RequestBytes));
    }

    private ExecClient ClientOf(LoopbackServer server) => TestClient.For(server, _clock, with: options => options with { Timeout = Silence });

    /// <summary>Completes when the client has started to wait and then received data the specified number of times: each time it restarts the timeout.</summary>
    private Task UntilHeardAsync(int times) => _clock.UntilTimersSetAsync(1 + times);
}
