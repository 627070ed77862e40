using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Paging;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private const string Page = "page";
    private const string PageSize = "page_size";

    /// <summary>Sends a request for which this version has no method, with the connection's key, limits, retries, and errors.</summary>
    /// <remarks>A method other than GET or HEAD is repeated only after status 429, or if no connection was made.</remarks>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the API's address, escaped as in a URL: <c>/scenarios</c>.</param>
    /// <param name="query">The query's names and values, which this method escapes. Null values are omitted.</param>
    /// <param name="jsonBody">The body as JSON in UTF-8. Null for none.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The path doesn't stay below the API's address, or a GET has a body.</exception>
    /// <exception cref="ExecException">The request failed.</exception>
    public Task<ExecRawResponse> SendRawAsync(
        HttpMethod method, string path, IEnumerable<KeyValuePair<string, string?>>? query = null, ReadOnlyMemory<byte>? jsonBody = null,
        IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        var retryMode = method == HttpMethod.Get || method == HttpMethod.Head ? RetryMode.Safe : RetryMode.OnlyIfNotProcessed;
        if (jsonBody is not null && retryMode == RetryMode.Safe)
            throw new ArgumentException($"A {method} request has no body.", nameof(jsonBody));

        var text = Render(query);
        return ExchangeAsync(
            new(method, BaseUri, RawPath.Of(path, nameof(path)), text.Length == 0 ? "" : $"?{text}", retryMode, notices) { Body = jsonBody?.ToArray() },
            (request, response, body) => new ExecRawResponse(
                (int)response.StatusCode, body.IsEmpty ? null : Parse(request, response, body, ExecJsonContext.Default.JsonElement, cancellationToken)),
            cancellationToken);
    }

    /// <summary>Lists all rows of a list for which this version has no method.</summary>
    /// <param name="path">The path below the API's address, escaped as in a URL: <c>/scenarios</c>.</param>
    /// <param name="query">The query's names and values, without <c>page</c> and <c>page_size</c>; null values are omitted.</param>
    /// <exception cref="ArgumentException">The path doesn't stay below the API's address, or the query names a page.</exception>
    public ExecListing<RawRow> ListRaw(string path, IEnumerable<KeyValuePair<string, string?>>? query = null)
    {
        KeyValuePair<string, string?>[] pairs = [.. query ?? []];
        if (Array.Exists(pairs, pair => pair.Key is Page or PageSize))
            throw new ArgumentException($"The query of a list must not contain '{Page}' or '{PageSize}'.", nameof(query));

        var safePath = RawPath.Of(path, nameof(path));
        return new(this, new(safePath, static () => ExecJsonContext.Default.PageRawRow), [new(safePath, Render(pairs))]);
    }

    /// <summary>Commas stay as they are: they separate values.</summary>
    private static string Render(IEnumerable<KeyValuePair<string, string?>>? query) => string.Join("&", (query ?? [])
        .Where(pair => pair.Value is not null)
        .Select(pair => Uri.EscapeDataString(pair.Key) + "=" + string.Join(",", pair.Value!.Split(',').Select(Uri.EscapeDataString))));
}
