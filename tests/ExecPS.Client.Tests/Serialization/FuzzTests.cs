using System.Net;
using System.Net.Http.Headers;
using ExecPS.Client.Errors;
using ExecPS.Sandbox;

namespace ExecPS.Client.Tests.Serialization;

/// <summary>Real pages with random damage: what is read is objects or one of our exceptions, nothing else.</summary>
public sealed class FuzzTests
{
    /// <summary>Set the variable EXECPS_LONG_TESTS for the long run.</summary>
    private static readonly int s_pages = Environment.GetEnvironmentVariable("EXECPS_LONG_TESTS") is { Length: > 0 } ? 100_000 : 2_000;

    [Theory]
    [InlineData("/scenarios/assignments")]
    [InlineData("/collections")]
    [InlineData("/workspace")]
    public async Task A_damaged_answer_gives_objects_or_one_of_our_exceptions(string path)
    {
        var page = await RealAnswerAsync(path);
        var random = new Random(path.Length);
        var (read, refused) = (0, 0);
        for (var run = 0; run < s_pages; run++)
        {
            var damaged = Damage(page, random);
            using var client = new ExecClient(
                SandboxDefaults.ApiKey, new() { BaseUri = SandboxDefaults.BaseUri, MaximumRetryCount = 0, RequestsPerMinute = 0 }, new Echo(damaged));
            try
            {
                await AskAsync(client, path);
                read++;
            }
            catch (ExecException)
            {
                refused++;
            }
        }

        // Damage that hurts nothing and damage that hurts: a run of one kind alone tests nothing.
        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    private static async Task AskAsync(ExecClient client, string path)
    {
        switch (path)
        {
            case "/workspace":
                Assert.NotNull(await client.GetWorkspaceAsync(cancellationToken: TestContext.Current.CancellationToken));
                break;
            case "/collections":
                await using (var reader = client.ListCollections().Read(new() { First = 100 }, cancellationToken: TestContext.Current.CancellationToken))
                    Assert.All((await reader.ReadAsync()) ?? [], Assert.NotNull);
                break;
            default:
                await using (var reader = client.ListAssignments().Read(new() { First = 100 }, cancellationToken: TestContext.Current.CancellationToken))
                    Assert.All((await reader.ReadAsync()) ?? [], Assert.NotNull);
                break;
        }
    }

    private static async Task<byte[]> RealAnswerAsync(string path)
    {
        using var http = new HttpClient(new SandboxHandler(new SandboxWorkspace(new SandboxOptions { AssignmentCount = 20 })));
        http.DefaultRequestHeaders.Authorization = new("Bearer", SandboxDefaults.ApiKey);
        return await http.GetByteArrayAsync(new Uri(SandboxDefaults.BaseUri, path.TrimStart('/') + "?page=1&page_size=100"), TestContext.Current.CancellationToken);
    }

    private static byte[] Damage(byte[] page, Random random)
    {
        List<byte> bytes = [.. page];
        for (var hits = random.Next(1, 4); hits > 0 && bytes.Count > 0; hits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, Odd[random.Next(Odd.Length)]);
                    break;
                default:
                    // A digit for a digit keeps the JSON whole: other totals, other dates.
                    var digit = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
                    if (digit >= 0)
                        bytes[digit] = (byte)('0' + random.Next(10));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[][] Odd { get; } =
    [
        .. new[] { "null", "{}", "[]", "\"\"", "-1", "1e999", "\\u0000", "\\ud800", "true", "{\"a\":", "[[[[", ",", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "\"unheard_of\"" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>Answers every request alike.</summary>
    private sealed class Echo(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
