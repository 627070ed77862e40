using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Errors;

public class ExecRedirectExceptionTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_and_its_target_gets_no_request(int status)
    {
        await using var target = LoopbackServer.Start(Replies.Workspace);
        await using var server = LoopbackServer.Start(Replies.With(status, "", $"Location: {target.BaseUri}workspace"));

        var failure = await FailureAsync(server);

        Assert.Equal((status, $"{target.BaseUri}workspace"), (failure.StatusCode, failure.Location));
        Assert.Equal($"GET /workspace was redirected ({status}) to {target.BaseUri}workspace. Redirects are not followed.", failure.Message);
        Assert.Single(server.Requests);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task A_redirect_within_the_server_is_not_followed_either()
    {
        await using var server = LoopbackServer.Start(Replies.With(302, "", "Location: /elsewhere"), Replies.Workspace);

        Assert.Equal("/elsewhere", (await FailureAsync(server)).Location);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(304)]
    public async Task A_redirect_to_no_address_says_so(int status)
    {
        await using var server = LoopbackServer.Start(Replies.With(status, ""));

        var failure = await FailureAsync(server);

        Assert.Null(failure.Location);
        Assert.Contains("to no address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_cannot_upset_a_terminal()
    {
        await using var server = LoopbackServer.Start(Replies.With(302, "", "Location: https://example.com/%1b%5b2J\u001b[2J"));

        Assert.DoesNotContain((await FailureAsync(server)).Message, char.IsControl);
    }

    private static async Task<ExecRedirectException> FailureAsync(LoopbackServer server)
    {
        using var client = TestClient.For(server);
        return await Assert.ThrowsAsync<ExecRedirectException>(() => client.WorkspaceAsync());
    }
}
