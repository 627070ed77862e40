using System.Collections.Concurrent;
using System.Net.Security;
using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>
/// A server that reads a request and closes the connection before it responds. .NET would repeat a request without a body up to three
/// times, without the client's limits.
/// </summary>
public class KeptConnectionTests
{
    private readonly ConcurrentQueue<string> _pending = new();
    private readonly NoticeLog _notices = new();

    public static TheoryData<string, string?> Requests => new()
    {
        { "GET", null }, { "HEAD", null }, { "DELETE", null },
        { "POST", null }, { "PUT", null }, { "PATCH", null },
        { "POST", "{}" }, { "PUT", "{}" }, { "PATCH", "{}" }, { "DELETE", "{}" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_server_receives_as_many_requests_as_the_client_counts_on_a_new_connection(string method, string? body)
    {
        await using var server = LoopbackServer.Start(Replies.Close);
        using var client = TestClient.For(server);

        await Assert.ThrowsAsync<ExecConnectionException>(() => SendAsync(client, method, body));

        Assert.Equal(client.RequestCount, server.Requests.Count);
        Assert.Equal(method is "GET" or "HEAD" ? 6 : 1, client.RequestCount);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_server_receives_as_many_requests_as_the_client_counts_on_a_kept_connection(string method, string? body)
    {
        await using var server = LoopbackServer.Start(RespondsOnce(Replies.WorkspaceJson), Replies.Close);
        using var client = TestClient.For(server);
        await client.WorkspaceAsync();

        await Assert.ThrowsAsync<ExecConnectionException>(() => SendAsync(client, method, body));

        Assert.Single(_pending);
        Assert.Equal(client.RequestCount, server.Requests.Count + _pending.Count);
        Assert.Equal(1 + (method is "GET" or "HEAD" ? 6 : 1), client.RequestCount);
    }

    [Fact]
    public async Task A_GET_is_repeated_and_counted()
    {
        await using var server = LoopbackServer.Start(RespondsOnce(Replies.WorkspaceJson));
        using var client = TestClient.For(server);

        for (var call = 1; call <= 4; call++)
            Assert.Equal("Acme", (await client.WorkspaceAsync(_notices)).Name);

        Assert.Equal((7, 4, 3), (client.RequestCount, server.Requests.Count, _pending.Count));
        Assert.Equal(3, _notices.Of<RequestRetried>().Count);
    }

    [Fact]
    public async Task A_listing_has_each_row_once()
    {
        var row = 0;
        await using var server = LoopbackServer.Start(async connection =>
        {
            var page = int.Parse(connection.Request.Target.Split("page=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);
            var rows = Enumerable.Range((page - 1) * 100, 100).Select(number => $$"""{"id":"c{{number}}"}""");
            await RespondsOnce(Json.Page(rows, page, total: 600))(connection);
        });
        using var client = TestClient.For(server);

        await foreach (var collection in client.ListCollections().ReadAllAsync(TestContext.Current.CancellationToken))
            Assert.Equal($"c{row++}", collection.Id);

        Assert.Equal(600, row);
        Assert.Equal(client.RequestCount, server.Requests.Count + _pending.Count);
    }

    [Fact]
    public async Task HTTP_2_is_not_used_because_it_repeats_requests_that_the_server_rejects()
    {
        await using var server = TlsServer.Start(SslApplicationProtocol.Http2, SslApplicationProtocol.Http11);
        var transport = (SocketsHttpHandler)Transport.Create(new());
        transport.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null;
        using var client = new ExecClient(TestKey.Value, new() { BaseUri = server.BaseUri, MaximumRetryCount = 0 }, transport);

        await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync());

        Assert.Equal("GET /rest/v1/workspace HTTP/1.1", server.FirstLine);
    }

    private static Task<ExecRawResponse> SendAsync(ExecClient client, string method, string? body) => client.SendRawAsync(
        new HttpMethod(method), "/scenario-studio", jsonBody: body is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(body),
        cancellationToken: TestContext.Current.CancellationToken).Soon();

    /// <summary>Responds to the first request of a connection, keeps the connection, and closes it without a response when the next request arrives.</summary>
    private Reply RespondsOnce(string json) => async connection =>
    {
        await connection.WriteAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
        if (await connection.ReceiveAsync() is { Length: > 0 } request)
            _pending.Enqueue(request);
    };
}
