using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>The filters and the order of <c>listKnowledgeHubPages</c>.</summary>
internal static class PageFilters
{
    /// <exception cref="ApiProblem">A value isn't valid.</exception>
    public static RowSelection<KnowledgePageEntry> From(ApiRequest request)
    {
        var filters = new FilterBuilder<KnowledgePageEntry>(request)
            .Has("folder_id", page => page.FolderIds)
            .Known("status", ApiNames.Of<KnowledgePageStatus>(), page => ApiNames.Of<KnowledgePageStatus>(page.Status))
            .Equal("owner_id", page => page.Owner?.Id)
            .Has("skill_id", page => page.SkillIds)
            .Search("query", page => page.Title)
            .Since("updated_after", page => page.UpdatedAt.UtcDateTime)
            .Until("updated_before", page => page.UpdatedAt.UtcDateTime)
            .SortedBy(
                "sort",
                "updated_at",
                SortKey<KnowledgePageEntry>.Newest("updated_at", page => page.UpdatedAt.UtcDateTime),
                SortKey<KnowledgePageEntry>.Newest("created_at", page => page.CreatedAt.ToUniversalTime()),
                SortKey<KnowledgePageEntry>.Text("title", page => page.Title));

        // Archived pages are listed only on request.
        if (request.Text("status") is null)
            filters.Where(page => page.Status != KnowledgePageStatus.Archived);
        return filters.ToSelection();
    }
}
