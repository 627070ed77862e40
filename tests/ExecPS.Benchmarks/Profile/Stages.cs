using System.Runtime.CompilerServices;
using ExecPS.Client;
using ExecPS.Client.Http;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;

namespace ExecPS.Benchmarks.Profile;

/// <summary>The client's layers, each on top of the one before. The cost of a layer is the difference to the layer before.</summary>
internal sealed class Stages : IDisposable
{
    private const string Path = "/scenarios/assignments";
    private const int PageSize = PagePlan.LargestPageSize;
    private static readonly ListEndpoint<Assignment> s_endpoint = new(Path, static () => ExecJsonContext.Default.PageAssignment);
    private static readonly ListQuery<Assignment> s_query = new(Path, Filter: "");

    private readonly ExecClient _client;
    private readonly ExecClientOptions _options;
    private readonly IProgress<ExecNotice> _notices = new Unheard();
    private readonly HttpMessageInvoker _transport;
    private readonly string _uri;

    public Stages(string uri)
    {
        _uri = uri;
        _options = new() { BaseUri = ExecClientOptions.Normalize(new Uri(uri)), RequestsPerMinute = 0 };
        _transport = new(Transport.Create(_options));
        _client = new("exec_live_" + new string('0', 40), _options);
    }

    public IReadOnlyList<(string Name, Func<int, Task<long>> List)> All =>
    [
        ("HTTP: .NET's transport, bytes read", rows => PagesAsync(rows, TransportAsync)),
        ("policies: retry, limit, key, silence", rows => PagesAsync(rows, PoliciesAsync)),
        ("JSON: bytes to objects", rows => PagesAsync(rows, JsonAsync)),
        ("lists: pages in order, each row once", ListAsync),
    ];

    public void Dispose()
    {
        _transport.Dispose();
        _client.Dispose();
    }

    /// <summary>Reads pages in order with the same prefetching as a list.</summary>
    private static async Task<long> PagesAsync(int rows, Func<long, Task<int>> read)
    {
        var ahead = new Queue<Task<int>>();
        long total = 0;
        for (long next = 1; next <= rows / PageSize || ahead.Count > 0;)
        {
            for (; ahead.Count < PrefetchQueue<object>.MaximumWidth && next <= rows / PageSize; next++)
                ahead.Enqueue(read(next));
            total += await ahead.Dequeue();
        }

        return total;
    }

    private async Task<int> TransportAsync(long page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_uri}{Path}?{Query(page)}");
        using var response = await _transport.SendAsync(request, default);
        var stream = await response.Content.ReadAsStreamAsync();
        using var body = await BufferedContent.ReadAsync(stream, response.Content.Headers.ContentLength, ResponseBufferingHandler.MaximumBytes, default);
        return PageSize;
    }

    private async Task<int> PoliciesAsync(long page)
    {
        using var request = new ExecRequestMessage(HttpMethod.Get, _options.BaseUri, Path, $"?{Query(page)}", RetryMode.Safe, _notices);
        using var response = await Policies(_client).SendAsync(request, default);
        return PageSize;
    }

    private async Task<int> JsonAsync(long page) =>
        (await _client.GetPageAsync(s_endpoint, s_query, page, PageSize, _notices, default)).Data!.Count;

    private async Task<long> ListAsync(int rows)
    {
        await using var reader = _client.ListAssignments().Read(new() { First = rows }, _notices);
        while (await reader.ReadAsync() is not null)
        {
            // The rows are discarded; PowerShell's run includes the pipeline.
        }

        return reader.Given;
    }

    private static string Query(long page) => $"page={page}&page_size={PageSize}";

    /// <summary>The client's message handlers. The client doesn't expose them, because other callers don't need them.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_http")]
    private static extern ref HttpMessageInvoker Policies(ExecClient client);

    private sealed class Unheard : IProgress<ExecNotice>
    {
        public void Report(ExecNotice value)
        {
            // Created as in the module, although it isn't used.
        }
    }
}
