using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Errors;

/// <summary>A server can repeat the key anywhere in its response. No error and no notice contains it.</summary>
public class KeyNeverShownTests
{
    private const string Whole = TestKey.Value;

    /// <summary>The places in a response that contain text. Each is a reply with <c>{0}</c> in that place.</summary>
    private static readonly Dictionary<string, Func<string, Reply>> s_places = new()
    {
        ["error message"] = text => Replies.With(401, $$$"""{"error":{"message":"Invalid key {{{text}}}."}}"""),
        ["error type and code"] = text => Replies.With(400, $$$"""{"error":{"type":"{{{text}}}","code":"x{{{text}}}"}}"""),
        ["error of another shape"] = text => Replies.With(403, $$"""{"error":"{{text}}"}"""),
        ["error message of a server that fails"] = text => Replies.With(500, $$$"""{"error":{"message":"{{{text}}}"}}"""),
        ["web page"] = text => Replies.With(200, $"<html>{text}</html>", "Content-Type: text/html"),
        ["content type"] = text => Replies.With(200, "<html>", $"Content-Type: text/{text}"),
        ["location"] = text => Replies.With(302, "", $"Location: https://example.com/{text}?key={text}"),
        ["location, escaped"] = text => Replies.With(302, "", $"Location: https://example.com/{string.Concat(text.Select(letter => $"%{(int)letter:x2}"))}"),
        ["location, as a user"] = text => Replies.With(302, "", $"Location: https://{text}@example.com/"),
        ["reason phrase"] = text => Replies.Raw($"HTTP/1.1 418 {text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
        ["no HTTP"] = text => Replies.Raw($"{text} is not HTTP\r\n\r\n"),
        ["status line"] = text => Replies.Raw($"HTTP/1.1 {text}\r\n\r\n"),
        ["header without a colon"] = text => Replies.Raw($"HTTP/1.1 200 OK\r\n{text}\r\n\r\n"),
        ["header name"] = text => Replies.Raw($"HTTP/1.1 200 OK\r\n{text} x: 1\r\n\r\n"),
        ["chunk size"] = text => Replies.Raw($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{text}\r\n"),
        ["content length"] = text => Replies.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {text}\r\n\r\n"),
        ["content encoding"] = text => Replies.With(200, text, $"Content-Encoding: {text}"),
        ["retry-after"] = text => Replies.With(503, "", $"Retry-After: {text}"),
        ["name of what is broken"] = text => Replies.Json($$"""{"id":"w1","{{text}}":[}"""),
        ["JSON that is only a word"] = text => Replies.Json(text),
    };

    public static TheoryData<string> Places => [.. s_places.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_whole_key_is_never_shown(string place) => await AssertNotShownAsync(place, Whole);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_part_of_the_key_is_never_shown(string place)
    {
        await AssertNotShownAsync(place, Whole[10..18]);
        await AssertNotShownAsync(place, Whole[^12..]);
        await AssertNotShownAsync(place, Whole[14..40]);
    }

    [Fact]
    public async Task A_notice_about_an_unknown_value_does_not_contain_the_key()
    {
        await using var server = LoopbackServer.Start(Replies.Json(Json.Page([$$"""{"id":"a1","status":"{{Whole}}"}"""])));
        using var client = TestClient.For(server);
        var notices = new NoticeLog();
        await using var reader = client.ListAssignments().Read(notices: notices, cancellationToken: TestContext.Current.CancellationToken);

        await reader.ReadAsync().Soon();

        Assert.Equal("[key]", Assert.Single(notices.Of<UnknownValueReceived>()).Name);
    }

    [Fact]
    public async Task A_notice_about_a_failed_connection_does_not_contain_the_key()
    {
        await using var server = LoopbackServer.ThatRefusesConnections();
        var notices = new NoticeLog();
        using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<ExecConnectionException>(() => client.WorkspaceAsync(notices));

        TestKey.RequireAbsentIn($"{failure}\n{notices}");
    }

    [Fact]
    public void The_error_about_an_invalid_key_does_not_contain_the_key()
    {
        var failure = Assert.Throws<ArgumentException>(() => new ExecClient(Whole + "\r\n"));

        TestKey.RequireAbsentIn(failure.ToString());
    }

    [Fact]
    public void The_properties_of_a_client_do_not_contain_its_key()
    {
        using var client = new ExecClient(Whole);

        TestKey.RequireAbsentIn($"{client} {System.Text.Json.JsonSerializer.Serialize(client)}");
    }

    private static async Task AssertNotShownAsync(string place, string text)
    {
        await using var server = LoopbackServer.Start(s_places[place](text));
        using var client = TestClient.For(server);
        var notices = new NoticeLog();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => client.WorkspaceAsync(notices));

        TestKey.RequireAbsentIn($"{failure}\n{notices}");
        Assert.IsAssignableFrom<ExecException>(failure);
    }
}
