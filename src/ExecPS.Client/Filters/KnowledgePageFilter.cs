using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListKnowledgePages(KnowledgePageFilter?)"/> may be narrowed by. Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>The API takes one value of each a request, so several make several requests.</remarks>
public sealed record KnowledgePageFilter
{
    /// <summary>Identifiers of folders that the page is in (<c>folder_id</c>).</summary>
    public IReadOnlyList<string> FolderIds { get; init; } = [];

    /// <summary>Statuses (<c>status</c>).</summary>
    public IReadOnlyList<KnowledgePageStatus> Statuses { get; init; } = [];

    /// <summary>Identifiers of the users who own the page (<c>owner_id</c>).</summary>
    public IReadOnlyList<string> OwnerIds { get; init; } = [];

    /// <summary>Identifiers of skills that the page belongs to (<c>skill_id</c>).</summary>
    public IReadOnlyList<string> SkillIds { get; init; } = [];

    /// <summary>Texts that the title contains, in any case (<c>query</c>).</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Only pages changed from this time on, to the second (<c>updated_after</c>); one of unspecified kind is local.</summary>
    public DateTime? UpdatedAfter { get; init; }

    /// <summary>Only pages changed up to this time, to the second (<c>updated_before</c>); one of unspecified kind is local.</summary>
    public DateTime? UpdatedBefore { get; init; }

    /// <summary>What the pages are sorted by (<c>sort</c>); null for the API's order, the latest change first. Where several requests are needed, each has its own order.</summary>
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
