namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListKnowledgePages(KnowledgePageFilter?)"/>. Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>The API accepts one value of each per request, so several values need several requests.</remarks>
public sealed record KnowledgePageFilter
{
    /// <summary>IDs of folders that contain the page (<c>folder_id</c>).</summary>
    public IReadOnlyList<string> FolderIds { get; init; } = [];

    /// <summary>Statuses (<c>status</c>).</summary>
    public IReadOnlyList<KnowledgePageStatus> Statuses { get; init; } = [];

    /// <summary>IDs of the users who own the page (<c>owner_id</c>).</summary>
    public IReadOnlyList<string> OwnerIds { get; init; } = [];

    /// <summary>IDs of skills that the page is linked to (<c>skill_id</c>).</summary>
    public IReadOnlyList<string> SkillIds { get; init; } = [];

    /// <summary>Texts that the title contains (<c>query</c>). Case is ignored.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Includes only pages changed at or after this time, to the second (<c>updated_after</c>); a time of unspecified kind is local.</summary>
    public DateTime? UpdatedAfter { get; init; }

    /// <summary>Includes only pages changed at or before this time, to the second (<c>updated_before</c>); a time of unspecified kind is local.</summary>
    public DateTime? UpdatedBefore { get; init; }

    /// <summary>The sort order (<c>sort</c>); null for the API's order, the latest change first. If several requests are needed, each is sorted separately.</summary>
    public KnowledgePageSort? SortBy { get; init; }

    internal FilterQuery ToQuery() => new FilterQuery()
        .AddSingle("folder_id", FolderIds)
        .AddSingle("status", Statuses.Select(ApiEnum<KnowledgePageStatus>.ToApiName))
        .AddSingle("owner_id", OwnerIds)
        .AddSingle("skill_id", SkillIds)
        .AddSingle("query", Texts)
        .AddSingle("updated_after", ApiTime.From(UpdatedAfter))
        .AddSingle("updated_before", ApiTime.UpTo(UpdatedBefore))
        .AddSingle("sort", SortTerm.Of(SortBy, descending: false));
}
