using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Http;
using ExecPS.Client.Paging;
using ExecPS.Client.Requests;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    /// <summary>The PATCH method. .NET Framework has no property for it.</summary>
    private static readonly HttpMethod s_patch = new("PATCH");

    private static ListEndpoint<KnowledgeFolder> FoldersEndpoint => new("/knowledge-hub/folders", static () => ExecJsonContext.Default.PageKnowledgeFolder);
    private static ListEndpoint<KnowledgePage> PagesEndpoint => new("/knowledge-hub/pages", static () => ExecJsonContext.Default.PageKnowledgePage);
    private static ListEndpoint<KnowledgePageVersion> PageVersionsEndpoint => new("/knowledge-hub/pages/{id}/versions", static () => ExecJsonContext.Default.PageKnowledgePageVersion);
    private static ListEndpoint<KnowledgeSource> SourcesEndpoint => new("/knowledge-hub/sources", static () => ExecJsonContext.Default.PageKnowledgeSource);

    /// <summary>Lists the folders of the Knowledge Hub (<c>listKnowledgeHubFolders</c>), in the API's order.</summary>
    /// <param name="filter">The filter. Null for all.</param>
    public ExecListing<KnowledgeFolder> ListKnowledgeFolders(KnowledgeFolderFilter? filter = null) => ListKnowledgeFolders([filter ?? new()]);

    /// <summary>Lists the folders of the Knowledge Hub that match any of the filters (<c>listKnowledgeHubFolders</c>), each once, with few requests.</summary>
    /// <param name="filters">The filters. An item is included if it matches any of them. Without filters the list is empty.</param>
    public ExecListing<KnowledgeFolder> ListKnowledgeFolders(IEnumerable<KnowledgeFolderFilter> filters) =>
        List(FoldersEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>Gets a folder of the Knowledge Hub (<c>getKnowledgeHubFolder</c>).</summary>
    /// <param name="folderId">The ID of the folder.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task<KnowledgeFolder> GetKnowledgeFolderAsync(
        string folderId, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/knowledge-hub/folders/{PathSegment.Of(folderId, nameof(folderId))}", new(),
            static () => ExecJsonContext.Default.KnowledgeFolder, folder => RequireId(folder.Id, folderId), notices, cancellationToken);

    /// <summary>Lists the pages of the Knowledge Hub without their texts (<c>listKnowledgeHubPages</c>), in the API's order.</summary>
    /// <param name="filter">The filter. Null for all.</param>
    public ExecListing<KnowledgePage> ListKnowledgePages(KnowledgePageFilter? filter = null) => ListKnowledgePages([filter ?? new()]);

    /// <summary>Lists the pages of the Knowledge Hub without their texts that match any of the filters (<c>listKnowledgeHubPages</c>), each once, with few requests.</summary>
    /// <param name="filters">The filters. An item is included if it matches any of them. Without filters the list is empty.</param>
    public ExecListing<KnowledgePage> ListKnowledgePages(IEnumerable<KnowledgePageFilter> filters) =>
        List(PagesEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>Gets a page of the Knowledge Hub with its text and sources (<c>getKnowledgeHubPage</c>).</summary>
    /// <param name="pageId">The ID of the page.</param>
    /// <param name="includeDraft">Whether to include the draft.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task<KnowledgePageDetail> GetKnowledgePageAsync(
        string pageId, bool includeDraft = false, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/knowledge-hub/pages/{PathSegment.Of(pageId, nameof(pageId))}", new FilterQuery().AddSingle("include", includeDraft ? "draft" : null),
            static () => ExecJsonContext.Default.KnowledgePageDetail, page => RequireId(page.Id, pageId), notices, cancellationToken);

    /// <summary>Lists the versions of a page (<c>listKnowledgeHubPageVersions</c>), the newest version first.</summary>
    /// <param name="pageId">The ID of the page.</param>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public ExecListing<KnowledgePageVersion> ListKnowledgePageVersions(string pageId) => ListKnowledgePageVersions([pageId]);

    /// <summary>Lists the versions of several pages (<c>listKnowledgeHubPageVersions</c>), page by page.</summary>
    /// <param name="pageIds">The IDs of the pages.</param>
    /// <exception cref="ArgumentException">An ID can't be part of a path.</exception>
    public ExecListing<KnowledgePageVersion> ListKnowledgePageVersions(IEnumerable<string> pageIds) =>
        ListBelow(
            PageVersionsEndpoint, pageIds.Select(pageId => (pageId, new FilterQuery())), nameof(pageIds),
            static (version, pageId) => version.PageId = pageId);

    /// <summary>Lists the sources of the Knowledge Hub (<c>listKnowledgeHubSources</c>), in the API's order.</summary>
    /// <param name="filter">The filter. Null for all.</param>
    public ExecListing<KnowledgeSource> ListKnowledgeSources(KnowledgeSourceFilter? filter = null) => ListKnowledgeSources([filter ?? new()]);

    /// <summary>Lists the sources of the Knowledge Hub that match any of the filters (<c>listKnowledgeHubSources</c>), each once, with few requests.</summary>
    /// <param name="filters">The filters. An item is included if it matches any of them. Without filters the list is empty.</param>
    public ExecListing<KnowledgeSource> ListKnowledgeSources(IEnumerable<KnowledgeSourceFilter> filters) =>
        List(SourcesEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>Gets a source of the Knowledge Hub (<c>getKnowledgeHubSource</c>).</summary>
    /// <param name="sourceId">The ID of the source.</param>
    /// <param name="includeContent">Whether to include the extracted text.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task<KnowledgeSource> GetKnowledgeSourceAsync(
        string sourceId, bool includeContent = false, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/knowledge-hub/sources/{PathSegment.Of(sourceId, nameof(sourceId))}", new FilterQuery().AddSingle("include", includeContent ? "content" : null),
            static () => ExecJsonContext.Default.KnowledgeSource, source => RequireId(source.Id, sourceId), notices, cancellationToken);

    /// <summary>Creates a Knowledge Hub page (<c>createKnowledgeHubPage</c>).</summary>
    /// <remarks>Never sent twice. If the response is lost, the client looks for the page.</remarks>
    /// <param name="request">The title and the other properties of the page.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ExecOutcomeUnknownException">The response is lost, and the result wasn't found.</exception>
    public Task<KnowledgePageDetail> CreateKnowledgePageAsync(
        CreateKnowledgePageRequest request, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        WriteOnceAsync(
            () => WriteAsync(
                HttpMethod.Post, PagesEndpoint.Path, RetryMode.OnlyIfNotProcessed, ToJson(request, RequestJsonContext.Default.CreateKnowledgePageRequest),
                static () => ExecJsonContext.Default.KnowledgePageDetail, static page => RequireId(page.Id), notices, cancellationToken),
            sent => FindCreatedPageAsync(request, sent, notices, cancellationToken),
            static page => page.Id);

    /// <summary>Changes a Knowledge Hub page (<c>updateKnowledgeHubPage</c>).</summary>
    /// <remarks>
    /// A change of the content or the status is never sent twice, because each creates a version; if the response is lost, the page is
    /// read. Other changes are repeated after transient failures.
    /// </remarks>
    /// <param name="pageId">The ID of the page.</param>
    /// <param name="request">The properties to change.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    /// <exception cref="ExecOutcomeUnknownException">The response is lost, and the result wasn't found.</exception>
    public Task<KnowledgePageDetail> UpdateKnowledgePageAsync(
        string pageId, UpdateKnowledgePageRequest request, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        var createsVersion = request.Content is not null || request.Status is not null;
        var path = $"{PagesEndpoint.Path}/{PathSegment.Of(pageId, nameof(pageId))}";
        Task<KnowledgePageDetail> SendAsync() => WriteAsync(
            s_patch, path, createsVersion ? RetryMode.OnlyIfNotProcessed : RetryMode.Idempotent, ToJson(request, RequestJsonContext.Default.UpdateKnowledgePageRequest),
            static () => ExecJsonContext.Default.KnowledgePageDetail, page => RequireId(page.Id, pageId), notices, cancellationToken);
        return createsVersion
            ? WriteOnceAsync(SendAsync, sent => FindUpdatedPageAsync(pageId, request, sent, notices, cancellationToken), static _ => null)
            : SendAsync();
    }

    /// <summary>Archives a Knowledge Hub page (<c>archiveKnowledgeHubPage</c>). Repeated after transient failures.</summary>
    /// <param name="pageId">The ID of the page.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task ArchiveKnowledgePageAsync(string pageId, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        ArchiveAsync($"{PagesEndpoint.Path}/{PathSegment.Of(pageId, nameof(pageId))}", pageId, notices, cancellationToken);

    /// <summary>Creates a Knowledge Hub source from a web page (<c>createKnowledgeHubSource</c>), or returns the existing source with the same address.</summary>
    /// <remarks>Repeated after transient failures: a workspace has one source per address.</remarks>
    /// <param name="request">The title and the address.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    public Task<KnowledgeSource> CreateKnowledgeSourceAsync(
        CreateKnowledgeSourceRequest request, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        WriteAsync(
            HttpMethod.Post, SourcesEndpoint.Path, RetryMode.Idempotent, ToJson(request, RequestJsonContext.Default.CreateKnowledgeSourceRequest),
            static () => ExecJsonContext.Default.KnowledgeSource, static source => RequireId(source.Id), notices, cancellationToken);

    /// <summary>Archives a Knowledge Hub source (<c>deleteKnowledgeHubSource</c>). Repeated after transient failures.</summary>
    /// <param name="sourceId">The ID of the source.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task DeleteKnowledgeSourceAsync(string sourceId, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        ArchiveAsync($"{SourcesEndpoint.Path}/{PathSegment.Of(sourceId, nameof(sourceId))}", sourceId, notices, cancellationToken);

    /// <summary>Finds the page that a request with a lost response created: same title and content, created since.</summary>
    private async Task<KnowledgePageDetail?> FindCreatedPageAsync(
        CreateKnowledgePageRequest request, SentRequest sent, IProgress<ExecNotice>? notices, CancellationToken cancellationToken)
    {
        var filter = new KnowledgePageFilter { Texts = [request.Title], SortBy = KnowledgePageSort.CreatedAt };
        var pages = await GetPageAsync(
            PagesEndpoint, new(PagesEndpoint.Path, filter.ToQuery().ToString()), 1, PagePlan.LargestPageSize, notices, cancellationToken).ConfigureAwait(false);
        var found = pages.Data?.Find(page => page?.Title == request.Title && sent.Precedes(page.CreatedAt, pages.RespondedAt) && !WasCreatedBefore(page.Id));
        if (found?.Id is not { } id)
            return null;

        var detail = await GetKnowledgePageAsync(id, includeDraft: true, notices, cancellationToken).ConfigureAwait(false);
        return HasContent(detail, request.Content) ? detail : null;
    }

    /// <summary>Reads a page, and returns it if it has the values of a request with a lost response and was changed since.</summary>
    private async Task<KnowledgePageDetail?> FindUpdatedPageAsync(
        string pageId, UpdateKnowledgePageRequest request, SentRequest sent, IProgress<ExecNotice>? notices, CancellationToken cancellationToken)
    {
        DateTimeOffset? serverTime = null;
        var page = await SendAsync(
            $"{PagesEndpoint.Path}/{PathSegment.Of(pageId, nameof(pageId))}", "?include=draft", null, static () => ExecJsonContext.Default.KnowledgePageDetail,
            (_, response) => serverTime = response.Headers.Date, notices, cancellationToken).ConfigureAwait(false);
        if (RequireId(page.Id, pageId) is { } problem)
            throw new ExecResponseException($"GET {PagesEndpoint.Path}/{PathSegment.Of(pageId, nameof(pageId))}", problem);

        return sent.Precedes(page.UpdatedAt, serverTime)
            && (request.Title is null || request.Title == page.Title || request.Title == page.Draft?.Title)
            && (request.Status is null || request.Status == page.Status)
            && HasContent(page, request.Content)
                ? page
                : null;
    }

    private static bool HasContent(KnowledgePageDetail page, string? content) => content is null || content == (page.Draft?.Content ?? page.Content);
}
