using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>Whatever a server sends, the result is an object or an <see cref="ExecException"/> that names the request.</summary>
public class HostileResponseTests
{
    private static readonly string[] s_encodings = ["gzip", "x-gzip", "GZIP", "deflate", "br", "zstd", "compress", "gzip, br", "identity", ",,", "\"", "gzip;q=1", "\u00e9"];

    private static readonly string[] s_headers =
    [
        "Date: yesterday", "Date: Mon, 01 Jan 0001 00:00:00 GMT", "Date: Fri, 31 Dec 9999 23:59:59 GMT", "Retry-After: 99999999999999999999", "Retry-After: -1",
        "Retry-After: Mon, 01 Jan 0001 00:00:00 GMT", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", "Location: http://[", "Location: //", "Location: ", "Location: http://a:b:c@d:e/",
        "Location: \u00e9\u0001", "Content-Type: ;;;", "Content-Type: application/json; charset=\"", "Content-Type: text/html; charset=utf-999", "Content-Length: -1",
        "Content-Length: 99999999999999999999", "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked", "Content-Range: bytes 1-0/0",
        "Content-MD5: x", "Expires: 0", "Set-Cookie: a=b; Expires=never", "WWW-Authenticate: ,,=", "Proxy-Authenticate: ,,=", "Connection: upgrade", "Trailer: Content-Length", "X: ",
        ": x", " folded", "X\u00e9: y", "Content-Disposition: ;", "Alt-Svc: h3=\":443\"", "Allow: \u0001", "X: " + "\u00ff",
    ];

    public static TheoryData<string> Encodings => [.. s_encodings];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Bytes_that_are_not_in_the_encoding_of_the_header_are_an_error_that_names_the_request(string encoding)
    {
        var random = new Random(12);
        await using var server = LoopbackServer.Start([.. Enumerable.Range(0, 60).Select(_ => Replies.With(200, Body(random), $"Content-Encoding: {encoding}"))]);
        using var client = TestClient.For(server, with: options => options with { MaximumRetryCount = 0 });

        var failures = 0;
        for (var request = 0; request < 60; request++)
            failures += await FailsAsync(client) ? 1 : 0;

        Assert.InRange(failures, 1, 60);
        Assert.Equal(60, server.Requests.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Other_bytes_than_the_encoding_in_the_header_are_an_invalid_response(string encoding)
    {
        await using var server = LoopbackServer.Start(Replies.With(200, Encoding.ASCII.GetBytes(new string('\x7f', 100)), $"Content-Encoding: {encoding}"));
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync());

        Assert.Equal($"The response to GET /workspace isn't valid: it isn't encoded as {encoding}, although its header says so.", failure.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    public async Task An_encoding_that_is_not_supported_is_named(string encoding)
    {
        await using var server = LoopbackServer.Start(Replies.With(200, Replies.WorkspaceJson, $"Content-Encoding: {encoding}"));
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync());

        Assert.Equal($"The response to GET /workspace isn't valid: its encoding '{encoding}' isn't supported.", failure.Message);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_response_without_a_body_may_name_an_encoding(string encoding)
    {
        await using var server = LoopbackServer.Start(Replies.With(204, "", $"Content-Encoding: {encoding}"));
        using var client = TestClient.For(server);

        var reply = await client.SendRawAsync(HttpMethod.Get, "/workspace", cancellationToken: TestContext.Current.CancellationToken).Soon();

        Assert.Equal(204, reply.StatusCode);
        Assert.Null(reply.Content);
    }

    [Fact]
    public async Task A_deflated_response_without_the_zlib_header_is_read()
    {
        var deflated = Compression.Compress("deflate", Encoding.UTF8.GetBytes(Replies.WorkspaceJson))[2..^4];
        await using var server = LoopbackServer.Start(Replies.With(200, deflated, "Content-Encoding: deflate"));
        using var client = TestClient.For(server);

        Assert.Equal("Acme", (await client.WorkspaceAsync()).Name);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_malformed_header_is_harmless_or_an_error_that_names_the_request(int status)
    {
        var replies = s_headers.Select(header => (Reply)(connection => connection.WriteAsync(Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {status} X\r\n{header}\r\nConnection: close\r\n\r\n{Replies.WorkspaceJson}"))));
        await using var server = LoopbackServer.Start([.. replies]);
        using var client = TestClient.For(server, with: options => options with { MaximumRetryCount = 0 });

        foreach (var header in s_headers)
        {
            var fails = await FailsAsync(client);
            Assert.True(fails || status == 200, header);
        }

        Assert.Equal(s_headers.Length, server.Requests.Count);
    }

    [Theory]
    [InlineData("HTTP/1.1 999 X\r\n\r\n")]
    [InlineData("HTTP/1.1 99 X\r\n\r\n")]
    [InlineData("HTTP/1.1 1000 X\r\n\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")]
    [InlineData("HTTP/1.1 000 X\r\n\r\n")]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("ICY 200 OK\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("\0\0\0")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}xx0\r\n\r\n")]
    public async Task A_malformed_response_is_an_error_that_names_the_request(string response)
    {
        await using var server = LoopbackServer.Start(Replies.Raw(response));
        using var client = TestClient.For(server, with: options => options with { MaximumRetryCount = 0 });

        Assert.True(await FailsAsync(client));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZebra\r\n")]
    [InlineData("HTTP/1.1 Zebra\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nZebra\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nZebra zebra: 1\r\n\r\n")]
    [InlineData("Zebra\r\n\r\n")]
    public async Task A_malformed_response_is_not_quoted(string response)
    {
        await using var server = LoopbackServer.Start(Replies.Raw(response));
        using var client = TestClient.For(server, with: options => options with { MaximumRetryCount = 0 });

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.DoesNotContain("zebra", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("5A-65", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("5A65", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("No response to GET /workspace: ", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Sends a request. An exception other than an <see cref="ExecException"/> fails the test.</summary>
    private static async Task<bool> FailsAsync(ExecClient client)
    {
        try
        {
            await client.WorkspaceAsync();
            return false;
        }
        catch (ExecException failure)
        {
            Assert.Equal("GET /workspace", failure.Request);
            Assert.Contains("GET /workspace", failure.Message, StringComparison.Ordinal);
            return true;
        }
    }

#pragma warning disable CA5394 // Not used for security.
    /// <summary>Random bytes, JSON, or a compressed body that is damaged or cut.</summary>
    private static byte[] Body(Random random)
    {
        var bytes = random.Next(5) switch
        {
            0 => new byte[random.Next(300)],
            1 => Encoding.UTF8.GetBytes(Replies.WorkspaceJson),
            2 => Compression.Compress("gzip", Encoding.UTF8.GetBytes(Replies.WorkspaceJson)),
            3 => Compression.Compress("deflate", Encoding.UTF8.GetBytes(Replies.WorkspaceJson)),
            _ => Compression.Compress("br", Encoding.UTF8.GetBytes(Replies.WorkspaceJson)),
        };
        if (Array.TrueForAll(bytes, static value => value == 0))
            random.NextBytes(bytes);
        else
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(3) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }
#pragma warning restore CA5394
}
