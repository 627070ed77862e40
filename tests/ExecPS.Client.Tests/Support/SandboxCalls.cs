using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;
using ExecPS.Sandbox;

namespace ExecPS.Client.Tests.Support;

/// <summary>Asks a workspace over HTTP, without the client: what comes is what the sandbox answers.</summary>
internal sealed class SandboxCalls : IDisposable
{
    private const string Root = "https://sandbox.test/rest/v1";

    private readonly HttpClient _http;

    public SandboxCalls(SandboxWorkspace world)
    {
        World = world;
        _http = new(new SandboxHandler(world));
        _http.DefaultRequestHeaders.Authorization = new("Bearer", SandboxDefaults.ApiKey);
    }

    public SandboxWorkspace World { get; }

    public static SandboxCalls To(int assignments, int seed = 1) =>
        new(new(new() { AssignmentCount = assignments, Seed = seed, Now = new(2026, 7, 15, 13, 30, 0, TimeSpan.Zero) }));

    /// <summary>A whole list, page by page.</summary>
    public async Task<List<T>> ListAsync<T>(string path)
    {
        var rows = new List<T>();
        for (var page = 1; ; page++)
        {
            var answer = await OneAsync<Page<T>>($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}&page_size=100");
            rows.AddRange(answer.Data!);
            if (page >= answer.Pagination!.TotalPages)
            {
                Assert.Equal(answer.Pagination.TotalCount, rows.Count);
                return rows;
            }
        }
    }

    /// <summary>An answer as the client reads it; it has to know every name in it.</summary>
    public async Task<T> OneAsync<T>(string path)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path);
        Assert.True(status == 200, $"{path}: {body}");

        using var unknown = new UnknownValues();
        var answer = JsonSerializer.Deserialize(body, (JsonTypeInfo<T>)ExecJsonContext.Default.Options.GetTypeInfo(typeof(T)))!;
        Assert.Empty(unknown.Met);
        return answer;
    }

    /// <summary>An answer as it comes.</summary>
    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse((await SendAsync(HttpMethod.Get, path)).Body)!;

    /// <summary>A refusal: its status and what its envelope says.</summary>
    public async Task<(int Status, string? Type, string? Code, string? Message)> RefusalAsync(string path, HttpMethod? method = null)
    {
        var (status, body) = await SendAsync(method ?? HttpMethod.Get, path);
        var error = JsonNode.Parse(body)!["error"]!;
        return (status, (string?)error["type"], (string?)error["code"], (string?)error["message"]);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, string Body)> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, Root + path);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
