using System.Net;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

public class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task HTTP_to_this_computer_never_uses_a_proxy(string host)
    {
        await using var proxy = LoopbackServer.Start(Replies.Workspace);
        await using var server = LoopbackServer.Start(Replies.Workspace);
        var baseUri = new UriBuilder(server.BaseUri) { Host = host }.Uri;
        using var client = TestClient.For(
            baseUri, TestKey.Value, with: options => options with { Proxy = new WebProxy(proxy.BaseUri) { BypassProxyOnLocal = false } });

        await client.WorkspaceAsync();

        Assert.Single(server.Requests);
        Assert.Empty(proxy.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", false)]
    [InlineData("http://localhost:9/", false)]
    [InlineData("http://[::1]:9/", false)]
    [InlineData("https://127.0.0.1:9/", true)]
    [InlineData("https://api.exec.com/rest/v1/", true)]
    public void The_proxy_of_the_system_is_used_for_HTTPS_only(string baseUri, bool isUsed)
    {
        using var transport = Assert.IsType<SocketsHttpHandler>(Transport.Create(new() { BaseUri = new(baseUri) }));

        Assert.Equal(isUsed, transport.UseProxy);
    }

    [Fact]
    public async Task HTTPS_goes_through_a_tunnel_that_does_not_see_the_key()
    {
        await using var proxy = LoopbackServer.Start(Replies.Error(502));
        using var client = ClientOf(proxy.BaseUri);

        await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        var request = Assert.Single(proxy.Requests);
        Assert.Equal(("CONNECT", "localhost:9"), (request.Method, request.Target));
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        TestKey.RequireAbsentIn(string.Join('\n', request.Headers));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(407)]
    [InlineData(502)]
    public async Task The_password_of_a_proxy_is_not_shown(int status)
    {
        await using var proxy = LoopbackServer.Start(Replies.Error(status));
        using var client = ClientOf(new UriBuilder(proxy.BaseUri) { UserName = "user", Password = "s3cret" }.Uri, retries: 1);
        var notices = new NoticeLog();

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync(notices));

        Assert.DoesNotContain("s3cret", $"{failure}\n{notices}", StringComparison.Ordinal);
        Assert.DoesNotContain("user@", $"{failure}\n{notices}", StringComparison.Ordinal);
        Assert.Contains($"{status}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_requires_authentication_is_tried_once()
    {
        await using var proxy = LoopbackServer.Start(Replies.Error(407, "Proxy-Authenticate: Basic realm=\"x\""));
        using var client = ClientOf(proxy.BaseUri, retries: 5);

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.True(failure.IsProxyAuthenticationRequired);
        Assert.False(failure.IsTransient);
        Assert.False(failure.MayHaveBeenProcessed);
        Assert.Equal("No response to GET /workspace: the proxy requires a user name and password, or rejected them (status 407).", failure.Message);
        Assert.Single(proxy.Requests);
    }

    [Fact]
    public async Task Status_407_that_arrives_as_a_response_is_the_same_failure()
    {
        await using var server = LoopbackServer.Start(Replies.Error(407));
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.True(failure.IsProxyAuthenticationRequired);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_proxy_that_does_not_exist_is_named()
    {
        using var client = ClientOf(new("http://proxy.invalid:8080"));

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.StartsWith("No response to GET /workspace: the host name can't be resolved: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(proxy.invalid:8080)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        using var client = TestClient.For(
            new Uri("https://api.invalid/rest/v1/"), TestKey.Value, with: options => options with { MaximumRetryCount = 0, Proxy = new WebProxy() });

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.StartsWith("No response to GET /workspace: the host name can't be resolved: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(api.invalid:443)", failure.Message, StringComparison.Ordinal);
    }

    private static ExecClient ClientOf(Uri proxy, int retries = 0) => TestClient.For(
        new Uri("https://localhost:9/rest/v1/"), TestKey.Value,
        with: options => options with { MaximumRetryCount = retries, Proxy = new WebProxy(proxy) { BypassProxyOnLocal = false } });
}
