using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Errors;

public class ExecApiExceptionTests
{
    [Theory]
    [InlineData(400, "invalid_request", "invalid_pagination", "Invalid pagination parameters", "The API rejected the request as invalid (GET /workspace responded with status 400, invalid_request, invalid_pagination): Invalid pagination parameters.")]
    [InlineData(401, "authentication_error", "invalid_api_key", "Invalid or inactive API key", "The API rejected the key (GET /workspace responded with status 401, authentication_error, invalid_api_key): Invalid or inactive API key.")]
    [InlineData(403, "authorization_error", null, "Workspace is inactive.", "The API denied the request (GET /workspace responded with status 403, authorization_error): Workspace is inactive.")]
    [InlineData(404, "not_found", "not_found", "No such thing", "Not found (GET /workspace responded with status 404, not_found): No such thing.")]
    [InlineData(409, null, "conflict", "Busy", "The API rejected the request (GET /workspace responded with status 409, conflict): Busy.")]
    [InlineData(422, "invalid_request", null, null, "The API rejected the request as invalid (GET /workspace responded with status 422, invalid_request).")]
    [InlineData(429, "rate_limited", "rate_limited", "Rate limit exceeded", "The rate limit of the API is reached (GET /workspace responded with status 429, rate_limited): Rate limit exceeded.")]
    [InlineData(500, null, null, null, "The API failed (GET /workspace responded with status 500).")]
    [InlineData(503, "server_error", null, "Maintenance", "The API failed (GET /workspace responded with status 503, server_error): Maintenance.")]
    public async Task The_message_contains_the_request_and_the_message_of_the_API(int status, string? type, string? code, string? message, string text)
    {
        var envelope = System.Text.Json.JsonSerializer.Serialize(new { error = new { type, code, message } });

        var failure = await FailureAsync(Replies.With(status, envelope));

        Assert.Equal((status, type, code, message), (failure.StatusCode, failure.ErrorType, failure.ErrorCode, failure.ApiMessage));
        Assert.Equal("GET /workspace", failure.Request);
        Assert.Equal(text, failure.Message);
    }

    [Theory]
    [InlineData("""{"error":"Bad things"}""", "Bad things")]
    [InlineData("""{"message":"Bad things"}""", "Bad things")]
    [InlineData("""{"error":{"message":""}}""", null)]
    [InlineData("""{"error":{"message":{"en":"Bad things"}}}""", null)]
    [InlineData("""{"error":{}}""", null)]
    [InlineData("""{"error":null}""", null)]
    [InlineData("""{"error":["Bad things"]}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("\"Bad things\"", null)]
    [InlineData("", null)]
    [InlineData("{\"error\":{\"message\":\"Bad", null)]
    [InlineData("<html><body>Bad things</body></html>", null)]
    [InlineData("""{"error":{"message":"Bad \ud800"}}""", "Bad \ufffd")] // half of a surrogate pair
    [InlineData("""{"error":{"\ud800":1,"message":"Bad things"}}""", "Bad things")]
    public async Task A_response_without_an_error_object_has_its_status(string body, string? message)
    {
        var failure = await FailureAsync(Replies.With(400, body));

        Assert.Equal((400, null, null, message), (failure.StatusCode, failure.ErrorType, failure.ErrorCode, failure.ApiMessage));
    }

    [Fact]
    public async Task A_response_that_is_not_text_has_its_status()
    {
        byte[] body = [.. """{"error":{"message":" """u8, 0xC3, 0x28, 0xFF, .. "\"}}"u8];

        Assert.Equal(400, (await FailureAsync(Replies.With(400, body))).StatusCode);
    }

    [Fact]
    public async Task An_error_object_nested_ten_thousand_levels_deep_has_its_status()
    {
        var body = """{"error":""" + new string('[', 10_000) + new string(']', 10_000) + "}";

        Assert.Equal(400, (await FailureAsync(Replies.With(400, body))).StatusCode);
    }

    [Fact]
    public async Task An_error_object_with_a_byte_order_mark_is_read() =>
        Assert.Equal("Bad things", (await FailureAsync(Replies.With(400, "\ufeff" + """{"error":{"message":"Bad things"}}"""))).ApiMessage);

    [Fact]
    public async Task Control_characters_from_the_server_are_removed()
    {
        var failure = await FailureAsync(Replies.With(400, """
            {"error":{"type":"\u001b[31mred","code":"\u009b2J","message":"one\r\ntwo\u202e\u0007 \u001b]0;title\u0007"}}
            """));

        Assert.Equal(("[31mred", "2J", "one two ]0;title"), (failure.ErrorType, failure.ErrorCode, failure.ApiMessage));
        Assert.DoesNotContain(failure.Message, char.IsControl);
    }

    [Fact]
    public async Task A_long_message_is_truncated()
    {
        var failure = await FailureAsync(Replies.With(400, $$$"""{"error":{"message":"{{{new string('x', 100_000)}}}"}}"""));

        Assert.Equal(500, failure.ApiMessage!.Length);
    }

    [Theory]
    [InlineData("Retry-After: 120", 120)]
    [InlineData("X-Nothing: 1", null)]
    public async Task The_exception_contains_the_delay_that_the_API_specified(string header, int? seconds)
    {
        var failure = await FailureAsync(Replies.Error(429, header));

        Assert.Equal(seconds, (int?)failure.RetryAfter?.TotalSeconds);
        Assert.Equal(seconds is not null, failure.Message.EndsWith(" The API requires a wait of 2 min.", StringComparison.Ordinal));
    }

    private static async Task<ExecApiException> FailureAsync(Reply reply)
    {
        await using var server = LoopbackServer.Start(reply);
        using var client = TestClient.For(server, with: options => options with { MaximumRetryCount = 0 });
        return await Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync());
    }
}
