using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Http;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<KnowledgeFolder> FoldersEndpoint => new("/knowledge-hub/folders", static () => ExecJsonContext.Default.PageKnowledgeFolder);
    private static ListEndpoint<KnowledgePage> PagesEndpoint => new("/knowledge-hub/pages", static () => ExecJsonContext.Default.PageKnowledgePage);
    private static ListEndpoint<KnowledgePageVersion> PageVersionsEndpoint => new("/knowledge-hub/pages/{id}/versions", static () => ExecJsonContext.Default.PageKnowledgePageVersion);
    private static ListEndpoint<KnowledgeSource> SourcesEndpoint => new("/knowledge-hub/sources", static () => ExecJsonContext.Default.PageKnowledgeSource);

    /// <summary>The folders of the Knowledge Hub (<c>listKnowledgeHubFolders</c>), in the API's order.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    public ExecListing<KnowledgeFolder> ListKnowledgeFolders(KnowledgeFolderFilter? filter = null) => ListKnowledgeFolders([filter ?? new()]);

    /// <summary>The folders of the Knowledge Hub that any of the filters asks for (<c>listKnowledgeHubFolders</c>), each once, in few requests.</summary>
    /// <param name="filters">Which ones; none at all gives an empty list.</param>
    public ExecListing<KnowledgeFolder> ListKnowledgeFolders(IEnumerable<KnowledgeFolderFilter> filters) =>
        List(FoldersEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>A folder of the Knowledge Hub (<c>getKnowledgeHubFolder</c>).</summary>
    /// <param name="folderId">The folder's identifier.</param>
    /// <param name="notices">Told of answers, retries and waits, from any thread.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The identifier can't stand in a path.</exception>
    public Task<KnowledgeFolder> GetKnowledgeFolderAsync(
        string folderId, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/knowledge-hub/folders/{PathSegment.Of(folderId, nameof(folderId))}", new(),
            static () => ExecJsonContext.Default.KnowledgeFolder, static folder => RequireId(folder.Id), notices, cancellationToken);

    /// <summary>The pages of the Knowledge Hub without their texts (<c>listKnowledgeHubPages</c>), in the API's order.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    public ExecListing<KnowledgePage> ListKnowledgePages(KnowledgePageFilter? filter = null) => ListKnowledgePages([filter ?? new()]);

    /// <summary>The pages of the Knowledge Hub without their texts that any of the filters asks for (<c>listKnowledgeHubPages</c>), each once, in few requests.</summary>
    /// <param name="filters">Which ones; none at all gives an empty list.</param>
    public ExecListing<KnowledgePage> ListKnowledgePages(IEnumerable<KnowledgePageFilter> filters) =>
        List(PagesEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>A page of the Knowledge Hub with its text and sources (<c>getKnowledgeHubPage</c>).</summary>
    /// <param name="pageId">The page's identifier.</param>
    /// <param name="includeDraft">Whether the draft comes too.</param>
    /// <param name="notices">Told of answers, retries and waits, from any thread.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The identifier can't stand in a path.</exception>
    public Task<KnowledgePageDetail> GetKnowledgePageAsync(
        string pageId, bool includeDraft = false, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/knowledge-hub/pages/{PathSegment.Of(pageId, nameof(pageId))}", new FilterQuery().AddSingle("include", includeDraft ? "draft" : null),
            static () => ExecJsonContext.Default.KnowledgePageDetail, static page => RequireId(page.Id), notices, cancellationToken);

    /// <summary>The history of a page (<c>listKnowledgeHubPageVersions</c>), the newest version first.</summary>
    /// <param name="pageId">The page's identifier.</param>
    /// <exception cref="ArgumentException">The identifier can't stand in a path.</exception>
    public ExecListing<KnowledgePageVersion> ListKnowledgePageVersions(string pageId) => ListKnowledgePageVersions([pageId]);

    /// <summary>The histories of several pages (<c>listKnowledgeHubPageVersions</c>), page by page.</summary>
    /// <param name="pageIds">The pages' identifiers.</param>
    /// <exception cref="ArgumentException">An identifier can't stand in a path.</exception>
    public ExecListing<KnowledgePageVersion> ListKnowledgePageVersions(IEnumerable<string> pageIds) =>
        ListBelow(
            PageVersionsEndpoint, pageIds.Select(pageId => (pageId, new FilterQuery())), nameof(pageIds),
            static (version, pageId) => version.PageId = pageId);

    /// <summary>The sources of the Knowledge Hub (<c>listKnowledgeHubSources</c>), in the API's order.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    public ExecListing<KnowledgeSource> ListKnowledgeSources(KnowledgeSourceFilter? filter = null) => ListKnowledgeSources([filter ?? new()]);

    /// <summary>The sources of the Knowledge Hub that any of the filters asks for (<c>listKnowledgeHubSources</c>), each once, in few requests.</summary>
    /// <param name="filters">Which ones; none at all gives an empty list.</param>
    public ExecListing<KnowledgeSource> ListKnowledgeSources(IEnumerable<KnowledgeSourceFilter> filters) =>
        List(SourcesEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>A source of the Knowledge Hub (<c>getKnowledgeHubSource</c>).</summary>
    /// <param name="sourceId">The source's identifier.</param>
    /// <param name="includeContent">Whether the extracted text comes too.</param>
    /// <param name="notices">Told of answers, retries and waits, from any thread.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The identifier can't stand in a path.</exception>
    public Task<KnowledgeSource> GetKnowledgeSourceAsync(
        string sourceId, bool includeContent = false, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/knowledge-hub/sources/{PathSegment.Of(sourceId, nameof(sourceId))}", new FilterQuery().AddSingle("include", includeContent ? "content" : null),
            static () => ExecJsonContext.Default.KnowledgeSource, static source => RequireId(source.Id), notices, cancellationToken);
}
