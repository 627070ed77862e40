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
    public async Task A_redirect_is_an_error_and_its_target_receives_no_request(int status)
    {
        await using var target = LoopbackServer.Start(Replies.Workspace);
        await using var server = LoopbackServer.Start(Replies.With(status, "", $"Location: {target.BaseUri}workspace"));

        var failure = await FailureAsync(server);

        Assert.Equal((status, $"{target.BaseUri}workspace"), (failure.StatusCode, failure.Location));
        Assert.Equal($"GET /workspace was redirected ({status}) to {target.BaseUri}workspace. Redirects aren't followed.", failure.Message);
        Assert.Single(server.Requests);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task A_redirect_to_the_same_server_is_not_followed()
    {
        await using var server = LoopbackServer.Start(Replies.With(302, "", "Location: /elsewhere"), Replies.Workspace);

        Assert.Equal("/elsewhere", (await FailureAsync(server)).Location);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(304, "its status is 304 (Not Modified), although the request wasn't conditional")]
    [InlineData(306, "its status is 306")]
    [InlineData(399, "its status is 399")]
    public async Task A_status_from_300_to_399_that_is_not_a_redirect_is_an_invalid_response(int status, string problem)
    {
        await using var server = LoopbackServer.Start(Replies.Raw($"HTTP/1.1 {status} X\r\nConnection: close\r\n\r\n"));
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync());

        Assert.Equal($"The response to GET /workspace isn't valid: {problem}.", failure.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_password_in_the_address_is_removed()
    {
        await using var server = LoopbackServer.Start(Replies.With(302, "", "Location: https://user:s3cret@example.com/elsewhere"));

        var failure = await FailureAsync(server);

        Assert.Equal("https://example.com/elsewhere", failure.Location);
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_without_an_address_is_reported_as_such()
    {
        await using var server = LoopbackServer.Start(Replies.With(302, ""));

        var failure = await FailureAsync(server);

        Assert.Null(failure.Location);
        Assert.Contains("to an unspecified address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_in_the_address_are_removed()
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
