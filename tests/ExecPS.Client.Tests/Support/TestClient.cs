using ExecPS.Client.Models;
using ExecPS.TestServer;

namespace ExecPS.Client.Tests.Support;

/// <summary>
/// Creates clients for a test's server. By default, they have no limit and no timeout, their clock skips waits, and each random
/// delay has its maximum length.
/// </summary>
internal static class TestClient
{
    public static ExecClient For(
        LoopbackServer server, FakeClock? clock = null, double jitter = 1.0, Func<ExecClientOptions, ExecClientOptions>? with = null) =>
        For(server.BaseUri, TestKey.Value, clock, jitter, with);

    public static ExecClient For(
        ExecTestServer server, FakeClock? clock = null, double jitter = 1.0, Func<ExecClientOptions, ExecClientOptions>? with = null) =>
        For(server.BaseUri, server.ApiKey, clock, jitter, with);

    public static ExecClient For(
        Uri baseUri, string key, FakeClock? clock = null, double jitter = 1.0, Func<ExecClientOptions, ExecClientOptions>? with = null)
    {
        // A clock that skips waits would also skip to the timeout.
        var options = new ExecClientOptions { BaseUri = baseUri, RequestsPerMinute = 0, Timeout = Timeout.InfiniteTimeSpan };
        return new(key, with?.Invoke(options) ?? options, transport: null, clock ?? FakeClock.ThatSkipsWaits(), () => jitter);
    }

    /// <summary>Gets the workspace, or fails within the time limit of a test.</summary>
    public static Task<Workspace> WorkspaceAsync(this ExecClient client, NoticeLog? notices = null, CancellationToken? cancellationToken = null) =>
        client.GetWorkspaceAsync(notices, cancellationToken ?? TestContext.Current.CancellationToken).Soon();
}
