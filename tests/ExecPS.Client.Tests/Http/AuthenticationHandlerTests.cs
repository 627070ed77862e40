using System.Reflection;
using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>The headers of a request, and the servers that receive the key.</summary>
public class AuthenticationHandlerTests
{
    [Fact]
    public async Task The_key_is_sent_as_a_bearer_token() =>
        Assert.Equal($"Bearer {TestKey.Value}", (await HeadersAsync())["Authorization"]);

    [Fact]
    public async Task The_user_agent_contains_the_version()
    {
        var version = typeof(ExecClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        Assert.Equal($"ExecPS/{version}", (await HeadersAsync())["User-Agent"]);
        Assert.Matches(@"^\d+\.\d+\.\d+", version);
    }

    [Fact]
    public async Task JSON_is_requested() => Assert.Equal("application/json", (await HeadersAsync())["Accept"]);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Compressed_responses_are_accepted(string encoding) =>
        Assert.Contains(encoding, (await HeadersAsync())["Accept-Encoding"].Split(", "));

    [Fact]
    public async Task No_other_headers_are_sent() => Assert.Equal(
        ["Accept", "Accept-Encoding", "Authorization", "Content-Length", "Host", "User-Agent"],
        (await HeadersAsync()).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_retry_has_the_same_headers()
    {
        await using var server = LoopbackServer.Start(Replies.Error(500), Replies.Workspace);
        using var client = TestClient.For(server);

        await client.WorkspaceAsync();

        Assert.Equal(server.Requests[0].Headers, server.Requests[1].Headers);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = LoopbackServer.Start(Replies.With(200, Replies.WorkspaceJson, "Set-Cookie: session=1; Path=/"));
        using var client = TestClient.For(server);

        await client.WorkspaceAsync();
        await client.WorkspaceAsync();

        Assert.DoesNotContain("Cookie", server.Requests[1].Headers.Keys);
    }

    [Theory]
    [InlineData("https://api.exec.com/rest/v1/workspace", true)]
    [InlineData("https://API.exec.com:443/other", true)]
    [InlineData("http://api.exec.com/rest/v1/workspace", false)]
    [InlineData("https://api.exec.com:8443/rest/v1/workspace", false)]
    [InlineData("https://api.exec.com.evil.example/rest/v1/workspace", false)]
    [InlineData("https://evil.example/https://api.exec.com/", false)]
    public async Task Only_the_origin_of_the_client_receives_the_key(string address, bool getsKey)
    {
        using var origin = new Origin();
        using var http = new HttpMessageInvoker(new AuthenticationHandler(new Uri("https://api.exec.com/rest/v1/"), TestKey.Value, "ExecPS/1.0.0", origin));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        var failure = await Record.ExceptionAsync(() => http.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(getsKey, origin.WasRequested);
        Assert.Equal(getsKey, failure is null);
        Assert.Equal(getsKey, request.Headers.Authorization is not null);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\r\nX-Evil: 1")]
    [InlineData("")]
    [InlineData("schlüssel")]
    public void A_key_that_is_not_valid_in_a_header_is_rejected_before_a_request(string key) =>
        Assert.Equal("apiKey", Assert.Throws<ArgumentException>(() => new ExecClient(key)).ParamName);

    [Theory]
    [InlineData("http://api.exec.com/rest/v1")]
    [InlineData("https://jane:secret@api.exec.com/rest/v1")]
    [InlineData("https://api.exec.com/rest/v1?a=b")]
    public void An_address_that_must_not_receive_the_key_is_rejected_before_a_request(string address)
    {
        var rejection = Assert.Throws<ArgumentException>(() => new ExecClient("key", new() { BaseUri = new(address) }));

        Assert.DoesNotContain("secret", rejection.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<string, string>> HeadersAsync()
    {
        await using var server = LoopbackServer.Start(Replies.Workspace);
        using var client = TestClient.For(server);
        await client.WorkspaceAsync();
        return Assert.Single(server.Requests).Headers;
    }

    /// <summary>Replaces addresses that a test can't serve.</summary>
    private sealed class Origin : HttpMessageHandler
    {
        public bool WasRequested { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            WasRequested = true;
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
