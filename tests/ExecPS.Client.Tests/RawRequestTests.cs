using System.Net;
using System.Text;
using System.Text.Json;
using ExecPS.Client.Errors;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests;

public class RawRequestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_query_is_escaped_and_the_response_is_JSON()
    {
        var transport = RecordingTransport.ThatResponds("""{"anything":[1,{"at":"all"}]}""");
        using var client = transport.Client();

        var reply = await client.SendRawAsync(
            HttpMethod.Get, "something/new",
            [new("user_ids", "u1,u2"), new("text", "a b&c=d"), new("nothing", null), new("empty", "")], cancellationToken: Stop);

        Assert.Equal(["GET /something/new?user_ids=u1,u2&text=a%20b%26c%3Dd&empty="], transport.Requests);
        Assert.Equal(200, reply.StatusCode);
        Assert.Equal("all", reply.Content!.Value.GetProperty("anything")[1].GetProperty("at").GetString());
    }

    [Fact]
    public async Task A_body_is_sent_as_JSON()
    {
        var transport = RecordingTransport.ThatResponds("""{"id":"x1"}""", HttpStatusCode.Created);
        using var client = transport.Client();

        var reply = await client.SendRawAsync(new("PATCH"), "/x", jsonBody: Encoding.UTF8.GetBytes("""{"a":1}"""), cancellationToken: Stop);

        Assert.Equal(["PATCH /x"], transport.Requests);
        Assert.Equal(["""application/json: {"a":1}"""], transport.Bodies);
        Assert.Equal(201, reply.StatusCode);
    }

    [Fact]
    public async Task A_body_is_sent_again_with_a_retry()
    {
        var tries = 0;
        var transport = new RecordingTransport(_ => RecordingTransport.Response("{}", ++tries == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK));
        using var client = transport.Client();

        await client.SendRawAsync(HttpMethod.Post, "/x", jsonBody: "[]"u8.ToArray(), cancellationToken: Stop);

        Assert.Equal(["application/json: []", "application/json: []"], transport.Bodies);
    }

    [Fact]
    public async Task A_request_that_may_have_been_processed_is_not_retried()
    {
        var transport = RecordingTransport.ThatResponds("{}", HttpStatusCode.BadGateway);
        using var client = transport.Client();

        await Assert.ThrowsAsync<ExecApiException>(() => client.SendRawAsync(HttpMethod.Post, "/x", cancellationToken: Stop));

        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task An_empty_response_has_no_content()
    {
        using var client = RecordingTransport.ThatResponds("", HttpStatusCode.NoContent).Client();

        Assert.Equal(new ExecRawResponse(204, null), await client.SendRawAsync(HttpMethod.Delete, "/x", cancellationToken: Stop));
    }

    [Theory]
    [InlineData("null", JsonValueKind.Null)]
    [InlineData(" true ", JsonValueKind.True)]
    [InlineData("\uFEFF{}", JsonValueKind.Object)]
    public async Task Any_JSON_is_a_valid_response(string json, JsonValueKind kind)
    {
        using var client = RecordingTransport.ThatResponds(json).Client();

        Assert.Equal(kind, (await client.SendRawAsync(HttpMethod.Get, "/x", cancellationToken: Stop)).Content!.Value.ValueKind);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":")]
    public async Task A_response_that_is_not_JSON_is_an_error(string body)
    {
        using var client = RecordingTransport.ThatResponds(body).Client();

        var error = await Assert.ThrowsAsync<ExecResponseException>(() => client.SendRawAsync(HttpMethod.Get, "/x", cancellationToken: Stop));

        Assert.StartsWith("The response to GET /x isn't valid: its JSON isn't valid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_error_is_the_same_as_for_other_operations()
    {
        using var client = RecordingTransport.ThatResponds("""{"error":{"type":"not_found","message":"No such thing"}}""", HttpStatusCode.NotFound).Client();

        var error = await Assert.ThrowsAsync<ExecApiException>(() => client.SendRawAsync(HttpMethod.Delete, "/x", cancellationToken: Stop));

        Assert.Equal((404, "not_found", "No such thing", "DELETE /x"), (error.StatusCode, error.ErrorType, error.ApiMessage, error.Request));
    }

    [Fact]
    public async Task A_path_outside_the_API_and_a_body_for_GET_are_rejected_before_a_request()
    {
        var transport = RecordingTransport.ThatResponds("{}");
        using var client = transport.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendRawAsync(HttpMethod.Get, "https://evil.example/", cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendRawAsync(HttpMethod.Get, "/x", jsonBody: "{}"u8.ToArray(), cancellationToken: Stop));
        Assert.Throws<ArgumentException>(() => client.ListRaw("/x/../y"));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task A_list_returns_each_row_of_all_pages_once()
    {
        var transport = new RecordingTransport(request =>
        {
            var isFirst = request.RequestUri!.Query.Contains("page=1&", StringComparison.Ordinal);
            return RecordingTransport.Response(isFirst
                ? $$"""{"data":[{{string.Join(',', Enumerable.Range(0, 100).Select(number => $$"""{"id":"r{{number}}","new_field":{{number}} }"""))}}],"pagination":{"page":1,"page_size":100,"total_count":103,"total_pages":2} }"""
                : """{"data":[{"id":100},{"no":"identifier"},"text"],"pagination":{"page":2,"page_size":100,"total_count":103,"total_pages":2}}""");
        });
        using var client = transport.Client();

        List<RawRow> rows = [];
        await foreach (var row in client.ListRaw("/new-things", [new("status", "a,b")]).ReadAllAsync(Stop))
            rows.Add(row);

        Assert.Equal(103, rows.Count);
        Assert.Equal(99, rows[99].Content.GetProperty("new_field").GetInt32());
        Assert.Equal("text", rows[102].Content.GetString());
        Assert.Equal(["GET /new-things?status=a,b&page=1&page_size=100", "GET /new-things?status=a,b&page=2&page_size=100"], transport.Requests);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("page_size")]
    public void A_list_rejects_a_page_parameter(string parameter)
    {
        using var client = RecordingTransport.ThatResponds("{}").Client();

        Assert.Equal("query", Assert.Throws<ArgumentException>(() => client.ListRaw("/x", [new(parameter, "2")])).ParamName);
    }

    [Fact]
    public async Task A_response_that_is_not_a_list_is_reported_as_such()
    {
        using var client = RecordingTransport.ThatResponds("""{"id":"w1"}""").Client();

        var error = await Assert.ThrowsAsync<ExecResponseException>(() => client.ListRaw("/workspace").Read(cancellationToken: Stop).ReadAsync());

        Assert.Equal("The response to GET /workspace (page 1) isn't valid: it has no rows ('data').", error.Message);
    }
}
