using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Errors;

public class ExecResponseExceptionTests
{
    private const string Html = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";

    [Theory]
    [InlineData(Html, "text/html; charset=utf-8", "it is text/html, not JSON")]
    [InlineData(Html, "application/json", "its JSON isn't valid or has an unexpected structure, at $, line 1")]
    [InlineData("", "application/json", "it is empty")]
    [InlineData("", "text/html", "it is empty")]
    [InlineData("null", "application/json", "it is a JSON null")]
    [InlineData("{\"id\":\"w1\",\n\"name\":", "application/json", "its JSON isn't valid or has an unexpected structure, at $.name, line 2")]
    [InlineData("[]", "application/json", "its JSON isn't valid or has an unexpected structure, at $, line 1")]
    [InlineData("\"w1\"", "application/json", "its JSON isn't valid or has an unexpected structure, at $, line 1")]
    [InlineData("17", "application/problem+json", "its JSON isn't valid or has an unexpected structure, at $, line 1")]
    [InlineData("""{"id":{"value":"w1"}}""", "application/json", "it has neither 'id' nor 'name'")]
    [InlineData("""{"id":"w1"} and more""", "application/json", "its JSON isn't valid or has an unexpected structure, at $, line 1")]
    [InlineData("{}", "application/json", "it has neither 'id' nor 'name'")]
    [InlineData("""{"data":[]}""", "application/json", "it has neither 'id' nor 'name'")]
    public async Task A_response_that_is_not_from_the_API_is_an_error_with_the_reason(string body, string type, string reason)
    {
        var failure = await FailureAsync(Replies.With(200, body, $"Content-Type: {type}"));

        Assert.Equal($"The response to GET /workspace isn't valid: {reason}.", failure.Message);
        Assert.Equal("GET /workspace", failure.Request);
    }

    [Theory]
    [InlineData('\u001b')]
    [InlineData('\u009b')]
    [InlineData('\u202e')] // right-to-left override
    public async Task The_error_contains_no_control_characters(char character)
    {
        var failure = await FailureAsync(Replies.Json($$"""{"id":"w1","a{{character}}b":[}"""));

        Assert.DoesNotContain(character, failure.ToString());
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task JSON_nested_ten_thousand_levels_deep_is_an_error(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        await FailureAsync(Replies.Json($$$"""{"id":"w1","extra":{{{nested}}}}"""));
    }

    [Fact]
    public async Task A_body_that_does_not_match_its_encoding_is_an_error()
    {
        await using var server = LoopbackServer.Start(Replies.With(200, Replies.WorkspaceJson, "Content-Encoding: gzip"));
        using var client = TestClient.For(server);

        await Assert.ThrowsAnyAsync<ExecException>(() => client.WorkspaceAsync());
    }

    [Fact]
    public async Task A_truncated_compressed_body_is_an_error() =>
        await FailureAsync(Replies.With(200, Compression.Gzip(Replies.WorkspaceJson)[..40], "Content-Encoding: gzip"));

    [Fact]
    public async Task A_body_in_an_encoding_that_was_not_requested_is_an_error() =>
        await FailureAsync(Replies.With(200, [0x28, 0xB5, 0x2F, 0xFD, 0x00], "Content-Encoding: zstd-2"));

    [Fact]
    public async Task A_response_that_is_not_from_the_API_is_not_retried()
    {
        await using var server = LoopbackServer.Start(Replies.With(200, Html, "Content-Type: text/html"), Replies.Workspace);
        using var client = TestClient.For(server);

        await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task JSON_with_a_byte_order_mark_is_read()
    {
        await using var server = LoopbackServer.Start(Replies.Json("\ufeff" + Replies.WorkspaceJson));
        using var client = TestClient.For(server);

        Assert.Equal("Acme", (await client.WorkspaceAsync()).Name);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("nonsense")]
    public async Task JSON_is_read_regardless_of_its_content_type(string type)
    {
        await using var server = LoopbackServer.Start(Replies.With(200, Replies.WorkspaceJson, $"Content-Type: {type}"));
        using var client = TestClient.For(server);

        Assert.Equal("Acme", (await client.WorkspaceAsync()).Name);
    }

    [Fact]
    public async Task A_damaged_response_results_in_rows_or_an_ExecException()
    {
        // The same damage in every run; a failure contains its seed.
        var whole = Encoding.UTF8.GetBytes(Json.Page(Enumerable.Range(0, 5).Select(row => $$"""
            {"id":"a{{row}}","user":{"id":"u1","email":"jane@acme.com","first_name":"Jane"},"status":"past_due","due_date":"2026-04-15T00:00:00Z","best_score":88,"best_rank":"gold","attempt_count":3}
            """)));
        using var client = new ExecClient("key", new() { RequestsPerMinute = 0 }, new Mutilator(whole));

        for (var seed = 0; seed < 2000; seed++)
        {
            await using var reader = client.ListAssignments().Read(new() { First = 5 }, cancellationToken: TestContext.Current.CancellationToken);
            var outcome = await Record.ExceptionAsync(() => reader.ReadAsync().Soon());
            Assert.True(outcome is null or ExecException, $"Seed {seed}: {outcome}");
        }
    }

    private static async Task<ExecResponseException> FailureAsync(Reply reply)
    {
        await using var server = LoopbackServer.Start(reply);
        using var client = TestClient.For(server);
        return await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync());
    }

    /// <summary>Replaces the server, because the test concerns the parser and not the transport.</summary>
    private sealed class Mutilator(byte[] whole) : HttpMessageHandler
    {
        private int _seed;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(Mutilate(whole, new Dice(_seed++))) });

        private static byte[] Mutilate(byte[] whole, Dice dice)
        {
            List<byte> body = [.. whole];
            for (var cuts = 1 + dice.Below(4); cuts > 0; cuts--)
            {
                var at = dice.Below(body.Count - 1);
                switch (dice.Below(5))
                {
                    case 0:
                        body[at] = (byte)dice.Below(256);
                        break;
                    case 1:
                        body.RemoveAt(at);
                        break;
                    case 2:
                        body.RemoveRange(at, Math.Min(body.Count - at, 1 + dice.Below(40)));
                        break;
                    case 3:
                        body.InsertRange(at, whole.Skip(dice.Below(whole.Length)).Take(dice.Below(40)));
                        break;
                    default:
                        body.Insert(at, dice.Pick("{}[]\",:0123456789nulltruefalse\\u\0"u8.ToArray()));
                        break;
                }

                if (body.Count < 2)
                    break;
            }

            return [.. body];
        }
    }
}
