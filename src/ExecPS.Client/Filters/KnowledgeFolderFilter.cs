namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListKnowledgeFolders(KnowledgeFolderFilter?)"/> may be narrowed by. Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>The API takes one value of each a request, so several make several requests.</remarks>
public sealed record KnowledgeFolderFilter
{
    /// <summary>Identifiers of the folders that the folder is in, directly (<c>parent_id</c>).</summary>
    public IReadOnlyList<string> ParentIds { get; init; } = [];

    /// <summary>Texts that the name contains, in any case (<c>query</c>).</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    internal FilterQuery ToQuery() => new FilterQuery().AddSingle("parent_id", ParentIds).AddSingle("query", Texts);
}
