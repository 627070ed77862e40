using System.Collections.Concurrent;
using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>
/// A server that keeps a connection and then ends it with the next request on it, which is how an idle connection's end looks
/// that crosses a request. .NET sends a GET again by itself then: the client doesn't see it, nor count it.
/// </summary>
public class KeptConnectionTests
{
    private readonly ConcurrentQueue<string> _unanswered = new();
    private readonly NoticeLog _notices = new();

    [Fact]
    public async Task A_GET_is_sent_again_by_dotNET_and_counts_once()
    {
        await using var server = LoopbackServer.Start(AnswersOnce(Replies.WorkspaceJson));
        using var client = TestClient.For(server);

        for (var call = 1; call <= 4; call++)
            Assert.Equal("Acme", (await client.WorkspaceAsync(_notices)).Name);

        Assert.Equal((4, 4, 3), (client.RequestCount, server.Requests.Count, _unanswered.Count));
        Assert.Empty(_notices.Of<RequestRetried>());
    }

    [Fact]
    public async Task A_listing_has_each_row_once()
    {
        var row = 0;
        await using var server = LoopbackServer.Start(async connection =>
        {
            var page = int.Parse(connection.Request.Target.Split("page=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);
            var rows = Enumerable.Range((page - 1) * 100, 100).Select(number => $$"""{"id":"c{{number}}"}""");
            await AnswersOnce(Json.Page(rows, page, total: 600))(connection);
        });
        using var client = TestClient.For(server);

        await foreach (var collection in client.ListCollections().ReadAllAsync(TestContext.Current.CancellationToken))
            Assert.Equal($"c{row++}", collection.Id);

        // How often it was asked says nothing: .NET tries three kept connections, and where all had ended the client tries again.
        Assert.Equal(600, row);
    }

    [Theory]
    [InlineData("POST", "{}")]
    [InlineData("POST", null)]
    [InlineData("DELETE", null)]
    public async Task What_changes_something_is_not_sent_again(string method, string? body)
    {
        await using var server = LoopbackServer.Start(AnswersOnce(Replies.WorkspaceJson));
        using var client = TestClient.For(server);
        await client.WorkspaceAsync();

        await Assert.ThrowsAsync<ExecConnectionException>(() => client.SendRawAsync(
            new HttpMethod(method), "/scenario-studio", jsonBody: body is null ? null : Encoding.UTF8.GetBytes(body), cancellationToken: TestContext.Current.CancellationToken).Soon());

        Assert.StartsWith(method, Assert.Single(_unanswered), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    /// <summary>Answers a connection's first request, keeps the connection, and ends it without a byte when the next request comes.</summary>
    private Reply AnswersOnce(string json) => async connection =>
    {
        await connection.WriteAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
        if (await connection.ReceiveAsync() is { Length: > 0 } request)
            _unanswered.Enqueue(request);
    };
}
