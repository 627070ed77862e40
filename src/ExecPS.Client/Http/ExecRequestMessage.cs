using System.Net.Http.Headers;

namespace ExecPS.Client.Http;

/// <summary>A request, with the data that the message handlers need.</summary>
internal sealed class ExecRequestMessage : HttpRequestMessage
{
    public ExecRequestMessage(HttpMethod method, Uri baseUri, string path, string query, RetryMode retryMode, IProgress<ExecNotice>? notices)
        : base(method, new Uri(baseUri, path.TrimStart('/') + query))
    {
        Label = $"{method} {path}";
        LabelWithQuery = Label + query;
        RetryMode = retryMode;
        Notices = notices;

        // .NET Framework would otherwise wait for "100 Continue" before it sends a body.
        Headers.ExpectContinue = false;
    }

    /// <summary>Method and path, for messages.</summary>
    public string Label { get; }

    /// <summary>Method, path, and query, for the verbose stream.</summary>
    public string LabelWithQuery { get; }

    /// <summary>When the request may be sent again.</summary>
    public RetryMode RetryMode { get; }

    /// <summary>The JSON body in UTF-8. Null if the request has none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The page of a list. Null if the request isn't for a list.</summary>
    public long? Page { get; init; }

    /// <summary>Whether the request creates a Scenario Studio session or job, which has a limit of its own.</summary>
    public bool CreatesScenario { get; init; }

    /// <summary>Whether the server may have processed an attempt before the current one.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed { get; set; }

    /// <summary>Method, path, and page, for errors that concern one page and not the whole list.</summary>
    public string ResponseLabel => Page is null ? Label : FormattableString.Invariant($"{Label} (page {Page})");

    private IProgress<ExecNotice>? Notices { get; }

    public void Report(ExecNotice notice) => Notices?.Report(notice);

    /// <summary>Gives the request a new content with the same bytes. Called before each attempt, because a transport may dispose the content.</summary>
    /// <remarks>
    /// A request without a body gets an empty content. The transports of .NET and .NET Framework repeat a request without content by
    /// themselves when the connection closes before the response; such repetitions would be neither counted nor decided by
    /// <see cref="RetryHandler"/>. .NET Framework rejects content on GET and HEAD, so there it may repeat these two methods.
    /// </remarks>
    public void RenewContent()
    {
#if !NET
        if (Method == HttpMethod.Get || Method == HttpMethod.Head)
            return;
#endif
        Content?.Dispose();
        Content = new ByteArrayContent(Body ?? []);
        if (Body is not null)
            Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public static ExecRequestMessage From(HttpRequestMessage request) =>
        request as ExecRequestMessage ?? throw new InvalidOperationException("The message handlers accept only requests created by ExecClient.");
}
