using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Http;
using ExecPS.Client.Paging;
using ExecPS.Client.Text;

namespace ExecPS.Client;

/// <summary>A client for the Exec API, with one method per operation. Instances are thread-safe.</summary>
/// <remarks>All requests of a client share its connections, its rate limit, and its key.</remarks>
public sealed partial class ExecClient : IDisposable
{
    /// <summary>The maximum length of a URL with combined filters.</summary>
    internal const int LongestUrl = 2000;

    private static readonly string s_userAgent = "ExecPS/" + Version();

    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _http;
    private readonly RequestLimiter _limiter;
    private readonly SecretRedactor _redactor;

    // Never disposed: requests in flight link to it.
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Creates a client. No request is sent.</summary>
    /// <param name="apiKey">The API key: visible ASCII characters without spaces.</param>
    /// <param name="options">The address, limits, and timeouts. Null for the defaults.</param>
    /// <param name="transport">The handler that sends the requests. Null for the network. The client disposes it.</param>
    /// <exception cref="ArgumentException">The key can't be sent in a header, or the address isn't valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A property of the options is out of range. The exception contains its name.</exception>
    public ExecClient(string apiKey, ExecClientOptions? options = null, HttpMessageHandler? transport = null)
        : this(apiKey, options ?? new(), transport, TimeProvider.System, Jitter)
    {
    }

    internal ExecClient(string apiKey, ExecClientOptions options, HttpMessageHandler? transport, TimeProvider clock, Func<double> jitter)
    {
        if (!ApiKey.FitsHeader(apiKey))
            throw new ArgumentException("The key can't be sent in a header. It must consist of visible ASCII characters without spaces.", nameof(apiKey));
        if (ExecClientOptions.ValidateBaseUri(options.BaseUri) is { } problem)
            throw new ArgumentException($"The address isn't valid: {problem}.", nameof(options));
        options.RequireRanges();

        BaseUri = ExecClientOptions.Normalize(options.BaseUri);
        RequestsPerMinute = options.RequestsPerMinute;
        _clock = clock;
        _limiter = new RequestLimiter(options.RequestsPerMinute, clock);
        var scenarioCreations = new RequestLimiter(
            options.RequestsPerMinute == 0 ? 0 : PublishedLimits.ScenarioCreationsPerMinute, clock,
            $"limit of {PublishedLimits.ScenarioCreationsPerMinute} scenario creations per minute");
        _redactor = new SecretRedactor(apiKey);
        _http = new HttpMessageInvoker(
            new RetryHandler(options.MaximumRetryCount, options.RetryInterval, _limiter, clock, jitter,
                new RateLimitHandler(_limiter, scenarioCreations,
                    new AuthenticationHandler(BaseUri, apiKey, s_userAgent,
                        new ResponseBufferingHandler(options.Timeout, _redactor, clock, transport ?? Transport.Create(options))))));
    }

    /// <summary>The address of the API, with a slash at the end.</summary>
    public Uri BaseUri { get; }

    /// <summary>The maximum number of requests per minute. 0 for no limit.</summary>
    public int RequestsPerMinute { get; }

    /// <summary>The number of requests sent, including retries.</summary>
    public long RequestCount => _limiter.RequestCount;

    /// <summary>The number of requests that currently count against the limit per minute.</summary>
    public int RequestsThisMinute => _limiter.RequestsThisMinute;

    /// <summary>The part of the workspace's daily quota that this client's requests of the last 24 hours leave. Requests of other clients aren't known.</summary>
    public int RequestsLeftToday => _limiter.RequestsLeftToday;

    /// <summary>The number of responses with status 429 (rate limit reached).</summary>
    public long RateLimitedCount => _limiter.RateLimitedCount;

    /// <summary>Estimates how long the limit per minute delays a number of requests that have no response yet.</summary>
    internal TimeSpan EstimateWait(long requests) => _limiter.EstimateWait(requests);

    /// <summary>Closes the connections. Requests that are waiting or in flight fail with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        if (_closing.IsCancellationRequested)
            return;

        _closing.Cancel();
        _http.Dispose();
    }

    /// <summary>Gets one page of a list. The JSON metadata is initialized while the first request is in flight.</summary>
    internal Task<Page<T>> GetPageAsync<T>(
        ListEndpoint<T> endpoint, ListQuery<T> query, long page, int pageSize, IProgress<ExecNotice>? notices, CancellationToken cancellationToken)
    {
        var paging = FormattableString.Invariant($"page={page}&page_size={pageSize}");
        var response = SendAsync(
            query.Path, query.Filter.Length == 0 ? $"?{paging}" : $"?{query.Filter}&{paging}", page, endpoint.TypeInfo,
            static (page, response) => page.RespondedAt = response.Headers.Date, notices, cancellationToken);
        endpoint.TypeInfo();
        return response;
    }

    private ExecListing<T> List<T>(ListEndpoint<T> endpoint, IEnumerable<FilterQuery> queries)
        where T : class =>
        new(this, endpoint, [.. Gather(endpoint.Path, queries).Select(filter => new ListQuery<T>(endpoint.Path, filter))]);

    /// <summary>Lists the rows of several parent items, one item after the other in the order of the input.</summary>
    /// <param name="endpoint">The endpoint of the lists.</param>
    /// <param name="parents">The IDs of the parent items, with a filter for each.</param>
    /// <param name="parameter">The name of the caller's parameter that contains the IDs, for errors.</param>
    /// <param name="belongTo">Sets the ID of the parent item of a row.</param>
    private ExecListing<T> ListBelow<T>(
        ListEndpoint<T> endpoint, IEnumerable<(string Id, FilterQuery Query)> parents, string parameter, Action<T, string> belongTo)
        where T : class =>
        new(this, endpoint, [.. parents.GroupBy(one => one.Id, one => one.Query, StringComparer.Ordinal).SelectMany(below =>
        {
            var path = endpoint.Path.Replace("{id}", PathSegment.Of(below.Key, parameter));
            return Gather(path, below).Select(filter => new ListQuery<T>(path, filter, row => belongTo(row, below.Key)));
        })]);

    /// <summary>Combines the filters of many queries to one path into as few URLs as possible.</summary>
    private IEnumerable<string> Gather(string path, IEnumerable<FilterQuery> queries)
    {
        const int longestPaging = 32;
        return FilterBatches.Gather(queries, LongestUrl - BaseUri.AbsoluteUri.Length - path.Length - longestPaging).Select(query => query.ToString());
    }

    /// <param name="path">The path below the API's address.</param>
    /// <param name="query">The query.</param>
    /// <param name="typeInfo">Gets the JSON metadata of the response.</param>
    /// <param name="validate">Gets what is wrong with a response. Null if nothing is.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    private async Task<T> GetAsync<T>(
        string path, FilterQuery query, Func<JsonTypeInfo<T>> typeInfo, Func<T, string?> validate, IProgress<ExecNotice>? notices, CancellationToken cancellationToken)
    {
        var text = query.Terms.Count == 0 ? "" : $"?{query}";
        var result = await SendAsync(path, text, null, typeInfo, static (_, _) => { }, notices, cancellationToken).ConfigureAwait(false);
        return validate(result) is { } problem ? throw new ExecResponseException($"GET {path}", problem) : result;
    }

    private static string? RequireId(string? id) => id is null ? "it has no 'id'" : null;

    /// <summary>Rejects a response about another item than the one requested.</summary>
    private string? RequireId(string? id, string expected) => RequireId(id) ?? RequireSame("id", id, expected);

    /// <summary>Rejects a response whose field has another value than the one requested. A field that the response omits is accepted.</summary>
    /// <param name="field">The field, for the message.</param>
    /// <param name="actual">The value in the response.</param>
    /// <param name="expected">The value in the request. Letter case is significant in IDs, but not in UUIDs and email addresses.</param>
    private string? RequireSame(string field, string? actual, string expected) =>
        actual is null || actual == expected
        || (Guid.TryParse(actual, out var left) && Guid.TryParse(expected, out var right) && left == right)
        || (expected.Contains('@') && string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"it contains another item: its '{field}' is '{_redactor.Clean(actual)}', but '{_redactor.Clean(expected)}' was requested";

    /// <remarks><paramref name="complete"/> adds values from the headers to the response.</remarks>
    private Task<T> SendAsync<T>(
        string path, string query, long? page, Func<JsonTypeInfo<T>> typeInfo, Action<T, HttpResponseMessage> complete, IProgress<ExecNotice>? notices, CancellationToken cancellationToken) =>
        ExchangeAsync(
            new(HttpMethod.Get, BaseUri, path, query, RetryMode.Safe, notices) { Page = page },
            (request, response, body) =>
            {
                var result = Parse(request, response, body, typeInfo(), cancellationToken);
                complete(result, response);
                return result;
            },
            cancellationToken);

    /// <summary>Sends a request and reads the response.</summary>
    /// <param name="request">The request, which is disposed.</param>
    /// <param name="read">Reads a successful response. Its bytes are valid only during the call.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    private async Task<T> ExchangeAsync<T>(
        ExecRequestMessage request, Func<ExecRequestMessage, HttpResponseMessage, ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
                var body = ((BufferedContent)response.Content!).Bytes;
                return response.IsSuccessStatusCode ? read(request, response, body) : throw Failure(request, response, body);
            }
            catch (ExecException failure) when (request.EarlierAttemptMayHaveBeenProcessed)
            {
                failure.EarlierAttemptMayHaveBeenProcessed = true;
                throw;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(ExecRequestMessage request, CancellationToken cancellationToken)
    {
        if (_closing.IsCancellationRequested)
            throw new ObjectDisposedException(nameof(ExecClient));

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            return await _http.SendAsync(request, linked.Token).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (_closing.IsCancellationRequested)
        {
            // Whatever the disposed handlers report, the cause is that the client is closed.
            throw new ObjectDisposedException(nameof(ExecClient));
        }
    }

    private T Parse<T>(
        ExecRequestMessage request, HttpResponseMessage response, ReadOnlyMemory<byte> body, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        if (body.IsEmpty)
            throw new ExecResponseException(request.ResponseLabel, "it is empty");

        using var unknown = new UnknownValues();
        try
        {
            var json = Utf8Json.Normalize(body);
            if (!Utf8Json.IsWithinLimits(json, cancellationToken))
                throw new ExecResponseException(request.ResponseLabel, FormattableString.Invariant($"it contains more than {Utf8Json.MaximumValues:N0} values"));

            return LenientJson.Read(json, typeInfo, invalid => request.Report(Describe(invalid)), cancellationToken)
                ?? throw new ExecResponseException(request.ResponseLabel, "it is a JSON null");
        }
        catch (JsonException exception)
        {
            throw new ExecResponseException(request.ResponseLabel, Describe(response, exception), _redactor.OnlyIfClean(exception));
        }
        finally
        {
            foreach (var (name, value) in unknown.Met)
                request.Report(new UnknownValueReceived(name, _redactor.Clean(value)));
        }
    }

    private InvalidValueMet Describe(InvalidValue invalid) =>
        new(_redactor.Clean(invalid.Field), invalid.Id is null ? null : _redactor.Clean(invalid.Id), _redactor.Clean(invalid.Json));

    private string Describe(HttpResponseMessage response, JsonException exception)
    {
        var type = response.Content!.Headers.ContentType?.MediaType;
        return type is null || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            ? $"its JSON isn't valid or has an unexpected structure, at {_redactor.Clean(exception.Path ?? "$")}, line {(exception.LineNumber ?? 0) + 1}"
            : $"it is {_redactor.Clean(type)}, not JSON";
    }

    private ExecException Failure(ExecRequestMessage request, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and <= 303 or 305 or 307 or 308)
            return new ExecRedirectException(request.Label, status, response.Headers.Location is { } location ? _redactor.Clean(location.ToString()) : null);
        if (status is >= 300 and < 400)
            return new ExecResponseException(request.Label, $"its status is {status}{(status == 304 ? " (Not Modified), although the request wasn't conditional" : "")}");
        return new ExecApiException(request.Label, status, ApiError.Read(body, _redactor.Clean), RetryAfter.Read(response, _clock));
    }

#pragma warning disable CA5394 // Used only to distribute retries.
    private static double Jitter()
    {
#if NET
        return Random.Shared.NextDouble();
#else
        return new Random(Guid.NewGuid().GetHashCode()).NextDouble();
#endif
    }
#pragma warning restore CA5394

    private static string Version() =>
        typeof(ExecClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
