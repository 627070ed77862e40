using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Sandbox;
using ExecPS.Sandbox;

namespace ExecPS.Client.Tests.Support;

/// <summary>Sends HTTP requests to a sandbox without the client, to test the sandbox's own responses.</summary>
internal sealed class SandboxCalls : IDisposable
{
    private const string Root = "https://sandbox.test/rest/v1";

    /// <summary>The time at which every workspace is created.</summary>
    public static readonly DateTimeOffset Start = new(2026, 7, 15, 13, 30, 0, TimeSpan.Zero);

    private readonly HttpClient _http;

    private SandboxCalls(SandboxOptions options, FakeClock clock)
    {
        (World, Clock) = (new(options), clock);
        _http = new(new SandboxHandler(World));
        _http.DefaultRequestHeaders.Authorization = new("Bearer", SandboxDefaults.ApiKey);
    }

    public SandboxWorkspace World { get; }

    public FakeClock Clock { get; }

    /// <summary>Creates a workspace.</summary>
    /// <param name="assignments">The number of assignments.</param>
    /// <param name="seed">The seed of the workspace and of the writes.</param>
    /// <param name="writes">The number of random writes.</param>
    public static SandboxCalls To(int assignments, int seed = 1, int writes = 0)
    {
        var clock = new FakeClock();
        clock.Advance(Start - FakeClock.Start);
        var calls = new SandboxCalls(new() { AssignmentCount = assignments, Seed = seed, Clock = clock }, clock);
        if (writes > 0)
            RandomWrites.Run(calls, writes, seed);
        return calls;
    }

    /// <summary>Reads all pages of a list.</summary>
    public async Task<List<T>> ListAsync<T>(string path)
    {
        var rows = new List<T>();
        for (var page = 1; ; page++)
        {
            var reply = await OneAsync<Page<T>>($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}&page_size=100");
            rows.AddRange(reply.Data!);
            if (page >= reply.Pagination!.TotalPages)
            {
                Assert.Equal(reply.Pagination.TotalCount, rows.Count);
                return rows;
            }
        }
    }

    /// <summary>Reads one object as the client does. The client must know all names in it.</summary>
    public async Task<T> OneAsync<T>(string path)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path);
        Assert.True(status == 200, $"{path}: {body}");

        using var unknown = new UnknownValues();
        var reply = JsonSerializer.Deserialize(body, (JsonTypeInfo<T>)ExecJsonContext.Default.Options.GetTypeInfo(typeof(T)))!;
        Assert.Empty(unknown.Met);
        return reply;
    }

    /// <summary>Reads JSON.</summary>
    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse((await SendAsync(HttpMethod.Get, path)).Body)!;

    /// <summary>Sends a request with a JSON body that must succeed with the specified status.</summary>
    public async Task<JsonNode> WriteAsync(int status, HttpMethod method, string path, object? body = null)
    {
        var (actual, json) = await SendAsync(method, path, body is null ? null : JsonContent.Create(body));
        Assert.True(actual == status, $"{method} {path}: {actual} {json}");
        return JsonNode.Parse(json)!;
    }

    /// <summary>Sends a request that must be rejected.</summary>
    public async Task<(int Status, string? Type, string? Code, string? Message)> RejectionAsync(string path, HttpMethod? method = null, HttpContent? content = null)
    {
        var (status, body) = await SendAsync(method ?? HttpMethod.Get, path, content);
        Assert.True(status >= 400, $"{method} {path}: {status} {body}");
        var error = JsonNode.Parse(body)!["error"]!;
        return (status, (string?)error["type"], (string?)error["code"], (string?)error["message"]);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, string Body)> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, Root + path) { Content = content };
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
