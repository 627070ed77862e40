using System.Text;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

/// <summary>
/// Answers that would fill the memory: each ends in an error of ours or in right objects, and what it costs is bounded. Runs
/// alone, because what is allocated counts for the whole process.
/// </summary>
[Collection(nameof(Alone))]
public class HostileSizeTests
{
    private const int Megabyte = 1024 * 1024;
    private const int Members = 1_000_000;

    /// <summary>Buffers that double up to the first that holds more than the limit: twice that in all.</summary>
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

        Assert.Equal("The answer to GET /workspace isn't the API's: it is larger than 64 MiB.", failure.Message);
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task A_string_of_100_MB_whose_length_is_announced_costs_nothing()
    {
        var body = StringOf(100, null);
        await using var server = LoopbackServer.Start(Replies.With(200, body));

        var (_, allocated) = await MeasureAsync(server, client => Assert.ThrowsAsync<ExecResponseException>(() => client.WorkspaceAsync()));

        Assert.InRange(allocated, 0, Else);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task A_string_of_60_MB_is_a_string(string? encoding)
    {
        var body = StringOf(60, encoding);

        var (workspace, allocated) = await MeasureAsync(body, encoding, client => client.WorkspaceAsync());

        Assert.Equal(("w1", 60 * Megabyte), (workspace.Id, workspace.Name!.Length));

        // The text is two bytes a character; it is made from a copy without the escapes that it might have had.
        Assert.InRange(allocated, 0, MostBuffered + (4L * 60 * Megabyte) + Else);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task An_object_with_a_million_members_is_read_by_those_that_are_known(string? encoding)
    {
        var body = Encoded(MembersOf("""{"id":"w1",""", ""","name":"Acme"}"""), encoding);

        var (workspace, allocated) = await MeasureAsync(body, encoding, client => client.WorkspaceAsync());

        Assert.Equal(("w1", "Acme"), (workspace.Id, workspace.Name));
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task A_member_that_comes_a_million_times_counts_as_it_comes_last()
    {
        var members = string.Concat(Enumerable.Repeat("\"name\":\"Other\",", Members));
        var body = Encoding.UTF8.GetBytes($$"""{"id":"w1",{{members}}"name":"Acme"}""");

        var (workspace, allocated) = await MeasureAsync(body, null, client => client.WorkspaceAsync());

        Assert.Equal("Acme", workspace.Name);
        Assert.InRange(allocated, 0, MostBuffered + (40L * Members) + Else);
    }

    [Fact]
    public async Task Rows_with_a_million_members_are_rows()
    {
        var body = MembersOf("""{"data":[{"id":"a1",""", "}],\"pagination\":{\"page\":1,\"page_size\":100,\"total_count\":1,\"total_pages\":1}}");

        var (rows, allocated) = await MeasureAsync(body, null, async client =>
        {
            await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
            return await reader.ReadAsync().Soon();
        });

        Assert.Equal(["a1"], rows!.Select(row => row.Id));
        Assert.InRange(allocated, 0, MostBuffered + Else);
    }

    [Fact]
    public async Task A_raw_answer_with_a_million_members_has_them_all()
    {
        var body = MembersOf("{", "}");

        var (answer, allocated) = await MeasureAsync(body, null, client => client.SendRawAsync(
            HttpMethod.Get, "/workspace", cancellationToken: TestContext.Current.CancellationToken).Soon());

        Assert.Equal(Members, answer.Content!.Value.EnumerateObject().Count());

        // Twelve bytes for each name and each value, in a table that doubles.
        Assert.InRange(allocated, 0, MostBuffered + (4L * 24 * Members) + Else);
    }

    [Fact]
    public async Task An_error_with_a_million_members_says_what_it_says()
    {
        var body = MembersOf("""{"error":{"type":"invalid_request","message":"No"},""", "}");
        await using var server = LoopbackServer.Start(Replies.With(400, body));

        var (failure, allocated) = await MeasureAsync(server, client => Assert.ThrowsAsync<ExecApiException>(() => client.WorkspaceAsync()));

        Assert.Equal(("invalid_request", "No"), (failure.ErrorType, failure.ApiMessage));
        Assert.InRange(allocated, 0, MostBuffered + (4L * 24 * Members) + Else);
    }

    /// <summary>A workspace whose name has so many megabytes.</summary>
    private static byte[] StringOf(int megabytes, string? encoding) =>
        Encoded(Encoding.UTF8.GetBytes($$"""{"id":"w1","name":"{{new string('x', megabytes * Megabyte)}}"}"""), encoding);

    private static byte[] MembersOf(string before, string after) =>
        Encoding.UTF8.GetBytes(before + string.Join(',', Enumerable.Range(0, Members).Select(member => $"\"m{member}\":{member}")) + after);

    private static byte[] Encoded(byte[] body, string? encoding) => encoding is null ? body : Compression.Compress(encoding, body);

    /// <summary>Asks a server that doesn't say how long its answer is.</summary>
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

    /// <summary>What was newly allocated in all, whether or not it was let go again; a buffer that the pool had isn't new.</summary>
    private static async Task<(T Result, long Allocated)> MeasureAsync<T>(LoopbackServer server, Func<ExecClient, Task<T>> ask)
    {
        using var client = TestClient.For(server);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await ask(client);
        return (result, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
