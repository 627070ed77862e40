namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListKnowledgeSources(KnowledgeSourceFilter?)"/>. Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>The API accepts one value of each per request, so several values need several requests.</remarks>
public sealed record KnowledgeSourceFilter
{
    /// <summary>Origins of the source (<c>type</c>).</summary>
    public IReadOnlyList<KnowledgeSourceType> Types { get; init; } = [];

    /// <summary>Statuses of the extraction (<c>status</c>).</summary>
    public IReadOnlyList<KnowledgeSourceStatus> Statuses { get; init; } = [];

    /// <summary>IDs of folders that contain the source (<c>folder_id</c>).</summary>
    public IReadOnlyList<string> FolderIds { get; init; } = [];

    /// <summary>IDs of pages that the source is attached to (<c>page_id</c>).</summary>
    public IReadOnlyList<string> PageIds { get; init; } = [];

    /// <summary>Texts that the title contains (<c>query</c>). Case is ignored.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    internal FilterQuery ToQuery() => new FilterQuery()
        .AddSingle("type", Types.Select(ApiEnum<KnowledgeSourceType>.ToApiName))
        .AddSingle("status", Statuses.Select(ApiEnum<KnowledgeSourceStatus>.ToApiName))
        .AddSingle("folder_id", FolderIds)
        .AddSingle("page_id", PageIds)
        .AddSingle("query", Texts);
}
