using System.Net;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>Stands for the network: keeps what was asked, and answers it.</summary>
internal sealed class RecordingTransport(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<string> _asked = [];
    private readonly List<string> _bodies = [];

    /// <summary>Method, path below the base and query of each request, as they went: <c>GET /scenarios?page=1</c>.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>The body of each request that had one, with its type.</summary>
    public IReadOnlyList<string> Bodies => _bodies;

    /// <summary>Answers everything with the same JSON.</summary>
    public static RecordingTransport ThatAnswers(string json, HttpStatusCode status = HttpStatusCode.OK) => new(_ => Answer(json, status));

    /// <summary>Answers every list with one page of the rows that the path has.</summary>
    public static RecordingTransport WithRows(Func<string, string[]> rows) => new(request =>
    {
        string[] data = rows(PathOf(request));
        return Answer($$"""{"data":[{{string.Join(',', data)}}],"pagination":{"page":1,"page_size":100,"total_count":{{data.Length}},"total_pages":1} }""");
    });

    public static HttpResponseMessage Answer(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static string PathOf(HttpRequestMessage request) => request.RequestUri!.AbsolutePath["/rest/v1".Length..];

    public ExecClient Client() =>
        new("exec_live_" + new string('x', 40), new ExecClientOptions { RequestsPerMinute = 0, MaximumRetryCount = 1, RetryInterval = TimeSpan.Zero }, this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Add($"{request.Method} {PathOf(request)}{request.RequestUri!.Query}");
        if (request.Content is { } content)
            _bodies.Add($"{content.Headers.ContentType}: {await content.ReadAsStringAsync(cancellationToken)}");
        return answer(request);
    }
}
