using System.Net;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>Replaces the network: records requests and responds to them.</summary>
internal sealed class RecordingTransport(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
{
    private readonly List<string> _requested = [];
    private readonly List<string> _bodies = [];

    /// <summary>The method, relative path, and query of each request, as sent: <c>GET /scenarios?page=1</c>.</summary>
    public IReadOnlyList<string> Requests => _requested;

    /// <summary>The body of each request that had one, with its content type.</summary>
    public IReadOnlyList<string> Bodies => _bodies;

    /// <summary>Responds to every request with the same JSON.</summary>
    public static RecordingTransport ThatResponds(string json, HttpStatusCode status = HttpStatusCode.OK) => new(_ => Response(json, status));

    /// <summary>Responds to every list request with one page that contains the rows for the path.</summary>
    public static RecordingTransport WithRows(Func<string, string[]> rows) => new(request =>
    {
        string[] data = rows(PathOf(request));
        return Response($$"""{"data":[{{string.Join(',', data)}}],"pagination":{"page":1,"page_size":100,"total_count":{{data.Length}},"total_pages":1} }""");
    });

    public static HttpResponseMessage Response(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static string PathOf(HttpRequestMessage request) => request.RequestUri!.AbsolutePath["/rest/v1".Length..];

    public ExecClient Client() =>
        new("exec_live_" + new string('x', 40), new ExecClientOptions { RequestsPerMinute = 0, MaximumRetryCount = 1, RetryInterval = TimeSpan.Zero }, this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requested.Add($"{request.Method} {PathOf(request)}{request.RequestUri!.Query}");
        if (request.Content is { } content)
            _bodies.Add($"{content.Headers.ContentType}: {await content.ReadAsStringAsync(cancellationToken)}");
        return respond(request);
    }
}
