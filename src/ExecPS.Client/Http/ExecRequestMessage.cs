namespace ExecPS.Client.Http;

/// <summary>A request on its way through the policies, with what they tell about it and to whom.</summary>
internal sealed class ExecRequestMessage : HttpRequestMessage
{
    public ExecRequestMessage(HttpMethod method, Uri baseUri, string path, string query, IProgress<ExecNotice>? notices)
        : base(method, new Uri(baseUri, path.TrimStart('/') + query))
    {
        Label = $"{method} {path}";
        LabelWithQuery = Label + query;
        Notices = notices;
#if NET
        Version = System.Net.HttpVersion.Version20;
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
    }

    /// <summary>Method and path, for messages.</summary>
    public string Label { get; }

    /// <summary>Method, path and query, for the verbose stream.</summary>
    public string LabelWithQuery { get; }

    /// <summary>Which page of a list is asked for; null for what has none.</summary>
    public long? Page { get; init; }

    /// <summary>Method, path and page, for what is wrong with this answer and not with those of other pages.</summary>
    public string AnswerLabel => Page is null ? Label : FormattableString.Invariant($"{Label} (page {Page})");

    private IProgress<ExecNotice>? Notices { get; }

    public void Report(ExecNotice notice) => Notices?.Report(notice);

    public static ExecRequestMessage From(HttpRequestMessage request) =>
        request as ExecRequestMessage ?? throw new InvalidOperationException("The policies take requests of ExecClient alone.");
}
