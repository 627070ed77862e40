using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>
/// Responses that could exhaust the memory: each results in an ExecException or in correct objects, and the allocations are limited.
/// These tests don't run in parallel with others, because allocations are counted per process.
/// </summary>
[Collection(nameof(Alone))]
public class HostileSizeTests
{
    private const int Megabyte = 1024 * 1024;
    private const int Members = 400_000;

    /// <summary>The buffers double up to the first that holds more than the limit, so they need twice that in total.</summary>
    private const long MostBuffered = 4L * ResponseBufferingHandler.MaximumBytes;

    private const long Else = 16 * Megabyte;

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task A_string_of_100_MB_is_an_error(string? encoding)
    {
        var body = StringOf(100, encoding);

        var (failure, allocated) = await MeasureAsync(body, encoding, async client =>
            await Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync()));

        Assert.Equal("The response to GET /workspace isn't valid: it is larger than 64 MiB.", failure.Message);
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task A_string_of_100_MB_whose_length_is_announced_is_not_read()
    {
        var body = StringOf(100, null);
        await using var server = LoopbackServer.Start(Replies.With(200, body));

        var (_, allocated) = await MeasureAsync(server, client => Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync()));

        Assert.InRange(allocated, 0, Else);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task A_string_of_60_MB_is_read(string? encoding)
    {
        var body = StringOf(60, encoding);

        var (workspace, allocated) = await MeasureAsync(body, encoding, client => client.WorkspaceAsync());

        Assert.Equal(("w1", 60 * Megabyte), (workspace.Id, workspace.Name!.Length));

        // The text has two bytes per character and is created from a copy in which escape sequences are replaced.
        Assert.InRange(allocated, 0, MostBuffered + (4L * 60 * Megabyte) + Else);
    }

    [Theory]
    [InlineData("[", "{}", "]")]
    [InlineData("{\"id\":\"w1\",\"extra\":[", "0", "]}")]
    [InlineData("[", "[]", "]")]
    [InlineData("{\"error\":[", "null", "]}")]
    public async Task Twenty_million_values_in_a_few_kilobytes_are_an_error(string before, string value, string after)
    {
        var body = ManyOf(before, value, after, Math.Min(20_000_000, (ResponseBufferingHandler.MaximumBytes - 64) / (value.Length + 1)));

        var (failure, allocated) = await MeasureAsync(Encoded(body, "gzip"), "gzip", client => Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync()));

        Assert.Equal("The response to GET /workspace isn't valid: it contains more than 500,000 values.", failure.Message);
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task Twenty_million_rows_in_a_few_kilobytes_are_an_error()
    {
        var body = ManyOf("{\"pagination\":{\"page\":1,\"page_size\":100,\"total_count\":1,\"total_pages\":1},\"data\":[", "{}", "]}", 20_000_000);

        var (failure, allocated) = await MeasureAsync(Encoded(body, "gzip"), "gzip", client => Assert.ThrowsAsync<ExecResponseException>(async () =>
        {
            await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
            await reader.ReadAsync().Soon();
        }));

        Assert.Equal("GET /scenarios/assignments (page 1)", failure.Request);
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task A_raw_response_with_twenty_million_values_is_an_error()
    {
        var body = ManyOf("[", "{}", "]", 20_000_000);

        var (_, allocated) = await MeasureAsync(Encoded(body, "gzip"), "gzip", client => Assert.ThrowsAsync<ExecResponseException>(() =>
            client.SendRawAsync(HttpMethod.Get, "/workspace", cancellationToken: TestContext.Current.CancellationToken).Soon()));

        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task Counting_the_values_of_a_large_response_observes_cancellation()
    {
        var body = Encoding.UTF8.GetBytes("[" + string.Concat(Enumerable.Repeat("1,", 300_000)) + "1]");
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => Utf8Json.IsWithinLimits(body, canceled.Token));
        Assert.True(Utf8Json.IsWithinLimits(body, CancellationToken.None));
    }

    [Fact]
    public async Task A_response_with_many_unknown_members_is_read()
    {
        var body = MembersOf("""{"id":"w1",""", ""","name":"Acme"}""");

        var (workspace, allocated) = await MeasureAsync(body, null, client => client.WorkspaceAsync());

        Assert.Equal(("w1", "Acme"), (workspace.Id, workspace.Name));
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task The_last_of_many_members_with_one_name_counts()
    {
        var members = string.Concat(Enumerable.Repeat("\"name\":\"Other\",", Members));
        var body = Encoding.UTF8.GetBytes($$"""{"id":"w1",{{members}}"name":"Acme"}""");

        var (workspace, allocated) = await MeasureAsync(body, null, client => client.WorkspaceAsync());

        Assert.Equal("Acme", workspace.Name);
        Assert.InRange(allocated, 0, MostBuffered + (40L * Members) + Else);
    }

    [Fact]
    public async Task A_raw_response_with_many_members_has_all_of_them()
    {
        var body = MembersOf("{", "}");

        var (reply, allocated) = await MeasureAsync(body, null, client => client.SendRawAsync(
            HttpMethod.Get, "/workspace", cancellationToken: TestContext.Current.CancellationToken).Soon());

        Assert.Equal(Members, reply.Content!.Value.EnumerateObject().Count());

        // 12 bytes for each name and each value, in a table that doubles.
        Assert.InRange(allocated, 0, MostBuffered + (4L * 24 * Members) + Else);
    }

    [Fact]
    public async Task An_error_with_many_members_has_its_message()
    {
        var body = MembersOf("""{"error":{"type":"invalid_request","message":"No"},""", "}");
        await using var server = LoopbackServer.Start(Replies.With(400, body));

        var (failure, allocated) = await MeasureAsync(server, client => Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync()));

        Assert.Equal(("invalid_request", "No"), (failure.ErrorType, failure.ApiMessage));
        Assert.InRange(allocated, 0, MostBuffered + (4L * 24 * Members) + Else);
    }

    [Fact]
    public async Task An_error_with_too_many_values_keeps_its_status()
    {
        await using var server = LoopbackServer.Start(Replies.With(400, ManyOf("[", "{}", "]", 1_000_000)));

        var (failure, allocated) = await MeasureAsync(server, client => Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync()));

        Assert.Equal((400, null), (failure.StatusCode, failure.ErrorType));
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    /// <summary>A workspace whose name has the specified number of megabytes.</summary>
    private static byte[] StringOf(int megabytes, string? encoding) =>
        Encoded(Encoding.UTF8.GetBytes($$"""{"id":"w1","name":"{{new string('x', megabytes * Megabyte)}}"}"""), encoding);

    private static byte[] ManyOf(string before, string value, string after, int count)
    {
        var item = Encoding.UTF8.GetBytes(value + ",");
        var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes(before));
        for (var written = 1; written < count; written++)
            body.Write(item);
        body.Write(item.AsSpan(0, item.Length - 1));
        body.Write(Encoding.UTF8.GetBytes(after));
        return body.ToArray();
    }

    private static byte[] MembersOf(string before, string after) =>
        Encoding.UTF8.GetBytes(before + string.Join(',', Enumerable.Range(0, Members).Select(member => $"\"m{member}\":{member}")) + after);

    private static byte[] Encoded(byte[] body, string? encoding) => encoding is null ? body : Compression.Compress(encoding, body);

    /// <summary>Sends a request to a server that doesn't announce the length of its response.</summary>
    private static async Task<(T Result, long Allocated)> MeasureAsync<T>(byte[] body, string? encoding, Func<ExecClient, Task<T>> ask)
    {
        var header = encoding is null ? "" : $"Content-Encoding: {encoding}\r\n";
        await using var server = LoopbackServer.Start(async connection =>
        {
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{header}Connection: close\r\n\r\n");
            await connection.WriteAsync(body);
        });
        return await MeasureAsync(server, ask);
    }

    /// <summary>The total number of allocated bytes, including those that were freed. Buffers that the pool reuses don't count.</summary>
    private static async Task<(T Result, long Allocated)> MeasureAsync<T>(LoopbackServer server, Func<ExecClient, Task<T>> ask)
    {
        using var client = TestClient.For(server);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await ask(client);
        return (result, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
