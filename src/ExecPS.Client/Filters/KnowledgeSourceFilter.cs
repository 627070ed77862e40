using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListKnowledgeSources(KnowledgeSourceFilter?)"/> may be narrowed by. Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>The API takes one value of each a request, so several make several requests.</remarks>
public sealed record KnowledgeSourceFilter
{
    /// <summary>Where the source came from (<c>type</c>).</summary>
    public IReadOnlyList<KnowledgeSourceType> Types { get; init; } = [];

    /// <summary>Statuses of the extraction (<c>status</c>).</summary>
    public IReadOnlyList<KnowledgeSourceStatus> Statuses { get; init; } = [];

    /// <summary>Identifiers of folders that the source is in (<c>folder_id</c>).</summary>
    public IReadOnlyList<string> FolderIds { get; init; } = [];

    /// <summary>Identifiers of pages that the source is attached to (<c>page_id</c>).</summary>
    public IReadOnlyList<string> PageIds { get; init; } = [];

    /// <summary>Texts that the title contains, in any case (<c>query</c>).</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    internal FilterQuery ToQuery() => new FilterQuery()
        .AddSingle("type", Types.Select(ApiEnum<KnowledgeSourceType>.ToApiName))
        .AddSingle("status", Statuses.Select(ApiEnum<KnowledgeSourceStatus>.ToApiName))
        .AddSingle("folder_id", FolderIds)
        .AddSingle("page_id", PageIds)
        .AddSingle("query", Texts);
}
