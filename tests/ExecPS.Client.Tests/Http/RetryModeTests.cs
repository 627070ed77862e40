using System.Net;
using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>Which failures are retried in each mode, and what the exception reports about the outcome.</summary>
public class RetryModeTests
{
    private const string Body = """{"user_email":"jane@example.com"}""";

    private readonly FakeClock _clock = FakeClock.ThatSkipsWaits();

    /// <summary>What happens to each attempt, whether an idempotent request is repeated, whether any other request is, and whether an attempt may have been processed.</summary>
    public static TheoryData<string, bool, bool, bool> Failures => new()
    {
        { "400", false, false, false },
        { "401", false, false, false },
        { "404", false, false, false },
        { "409", false, false, false },
        { "422", false, false, false },
        { "302", false, false, false },
        { "303", false, false, true },
        { "408", true, false, true },
        { "429", true, true, false },
        { "500", true, false, true },
        { "501", false, false, true },
        { "502", true, false, true },
        { "503", true, false, true },
        { "504", true, false, true },
        { "reset", true, false, true },
        { "closed", true, false, true },
        { "truncated", true, false, true },
        { "refused", true, true, false },
        { "no such host", true, true, false },
        { "untrusted certificate", false, false, false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public Task A_safe_request_is_repeated_after_a_transient_failure(string failure, bool isTransient, bool neverReceived, bool mayHaveBeenProcessed) =>
        AssertRepeatedAsync(RetryMode.Safe, failure, isTransient || neverReceived, mayHaveBeenProcessed);

    [Theory]
    [MemberData(nameof(Failures))]
    public Task An_idempotent_request_is_repeated_after_a_transient_failure(string failure, bool isTransient, bool neverReceived, bool mayHaveBeenProcessed) =>
        AssertRepeatedAsync(RetryMode.Idempotent, failure, isTransient || neverReceived, mayHaveBeenProcessed);

    [Theory]
    [MemberData(nameof(Failures))]
    public Task Any_other_request_is_repeated_only_if_it_was_not_processed(string failure, bool isTransient, bool neverReceived, bool mayHaveBeenProcessed) =>
        AssertRepeatedAsync(RetryMode.OnlyIfNotProcessed, failure, isTransient && neverReceived, mayHaveBeenProcessed);

    [Fact]
    public async Task A_request_that_timed_out_may_have_been_processed_and_is_not_repeated()
    {
        var clock = new FakeClock();
        await using var server = LoopbackServer.Start(Replies.Silence);
        using var client = TestClient.For(server, clock, with: options => options with { Timeout = TimeSpan.FromSeconds(30) });
        var call = client.SendRawAsync(HttpMethod.Post, "/scenarios/assignments", cancellationToken: TestContext.Current.CancellationToken).Soon();
        await server.UntilRequestedAsync();

        clock.Advance(TimeSpan.FromSeconds(30));

        var failure = await Assert.ThrowsAsync<ExecTimeoutException>(() => call);
        Assert.Equal((true, false), (failure.MayHaveBeenProcessed, failure.EarlierAttemptMayHaveBeenProcessed));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_whose_successful_response_is_not_valid_may_have_been_processed()
    {
        await using var server = LoopbackServer.Start(Replies.With(200, "<html>", "Content-Type: text/html"));
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecResponseException>(
            () => client.SendRawAsync(HttpMethod.Post, "/scenarios/assignments", cancellationToken: TestContext.Current.CancellationToken).Soon());

        Assert.True(failure.MayHaveBeenProcessed);
    }

    [Fact]
    public async Task A_rejection_after_a_lost_response_reports_that_an_earlier_attempt_may_have_been_processed()
    {
        await using var server = LoopbackServer.Start(Replies.Reset, Replies.Error(404));
        using var client = TestClient.For(server, _clock);

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        Assert.Equal((404, true, true), (failure.StatusCode, failure.MayHaveBeenProcessed, failure.EarlierAttemptMayHaveBeenProcessed));
    }

    [Fact]
    public async Task A_rejection_after_429_reports_that_no_attempt_was_processed()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429), Replies.Error(404));
        using var client = TestClient.For(server, _clock);

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());

        Assert.Equal((404, false, false), (failure.StatusCode, failure.MayHaveBeenProcessed, failure.EarlierAttemptMayHaveBeenProcessed));
    }

    [Fact]
    public async Task Each_attempt_sends_the_same_body()
    {
        await using var server = LoopbackServer.Start(Replies.Reset, Replies.Error(503), Replies.Error(429), Replies.Workspace);

        await SendAsync(server.BaseUri, RetryMode.Idempotent);

        Assert.Equal(Enumerable.Repeat(("POST", Body, "application/json"), 4), server.Requests.Select(request => (request.Method, request.Body, request.Headers["Content-Type"])));
    }

    [Fact]
    public async Task A_body_that_the_transport_disposed_is_sent_again()
    {
        var transport = new DisposingTransport();
        using var client = new ExecClient(
            TestKey.Value, new() { RequestsPerMinute = 0, Timeout = Timeout.InfiniteTimeSpan }, transport, _clock, static () => 1);

        var reply = await client.SendRawAsync(
            HttpMethod.Post, "/scenarios/assignments", jsonBody: Encoding.UTF8.GetBytes(Body), cancellationToken: TestContext.Current.CancellationToken).Soon();

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal([Body, Body], transport.Bodies);
    }

    [Theory]
    [InlineData("GET", 6)]
    [InlineData("HEAD", 6)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    public async Task A_raw_request_is_repeated_only_if_its_method_is_safe(string method, int requests)
    {
        await using var server = LoopbackServer.Start(Replies.Error(503));
        using var client = TestClient.For(server, _clock);

        await Assert.ThrowsAsync<ExecApiException>(
            () => client.SendRawAsync(new HttpMethod(method), "/scenarios", cancellationToken: TestContext.Current.CancellationToken).Soon());

        Assert.Equal(requests, server.Requests.Count);
    }

    private async Task AssertRepeatedAsync(RetryMode mode, string kind, bool isRepeated, bool mayHaveBeenProcessed)
    {
        await using var server = kind == "refused" ? LoopbackServer.ThatRefusesConnections() : LoopbackServer.Start(kind switch
        {
            "reset" => Replies.Reset,
            "closed" => Replies.Close,
            "truncated" => Replies.Truncated,
            "no such host" or "untrusted certificate" => Replies.Workspace,
            _ => Replies.Error(int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture)),
        });
        await using var tls = kind == "untrusted certificate" ? TlsServer.Start() : null;

        var (status, failure, attempts, earlier) = await SendAsync(
            kind switch
            {
                "no such host" => new("http://no-such-host.invalid/rest/v1/"),
                "untrusted certificate" => tls!.BaseUri,
                _ => server.BaseUri,
            }, mode, retries: 2);

        Assert.Equal(isRepeated ? 3 : 1, attempts);
        Assert.Equal(isRepeated && mayHaveBeenProcessed, earlier);
        Assert.Equal(mayHaveBeenProcessed, failure?.MayHaveBeenProcessed ?? (status == 303 || ExecApiException.MayHaveBeenProcessedWith(status)));
    }

    /// <summary>Sends a request with the specified mode through the message handlers.</summary>
    private async Task<(int Status, ExecConnectionException? Failure, long Attempts, bool Earlier)> SendAsync(Uri baseUri, RetryMode mode, int retries = 5)
    {
        var pipeline = new Pipeline(_clock, retries);
        using var request = new ExecRequestMessage(mode == RetryMode.Safe ? HttpMethod.Get : HttpMethod.Post, baseUri, "/scenario-studio", "", mode, null)
        {
            Body = mode == RetryMode.Safe ? null : Encoding.UTF8.GetBytes(Body),
        };
        var status = 0;
        var failure = await Record.ExceptionAsync(async () =>
        {
            using var response = await pipeline.Http.SendAsync(request, TestContext.Current.CancellationToken).Soon();
            status = (int)response.StatusCode;
        });
        pipeline.Http.Dispose();
        return (status, failure is null ? null : Assert.IsType<ExecConnectionException>(failure), pipeline.Limiter.RequestCount, request.EarlierAttemptMayHaveBeenProcessed);
    }

    /// <summary>Disposes each request's content, as HttpClient does on .NET Framework.</summary>
    private sealed class DisposingTransport : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            request.Content.Dispose();
            return new(Bodies.Count == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK) { Content = new StringContent("{}") };
        }
    }
}
