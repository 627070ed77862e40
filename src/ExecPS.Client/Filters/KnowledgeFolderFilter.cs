namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListKnowledgeFolders(KnowledgeFolderFilter?)"/>. Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>The API accepts one value of each per request, so several values need several requests.</remarks>
public sealed record KnowledgeFolderFilter
{
    /// <summary>IDs of parent folders (<c>parent_id</c>).</summary>
    public IReadOnlyList<string> ParentIds { get; init; } = [];

    /// <summary>Texts that the name contains (<c>query</c>). Case is ignored.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    internal FilterQuery ToQuery() => new FilterQuery().AddSingle("parent_id", ParentIds).AddSingle("query", Texts);
}
