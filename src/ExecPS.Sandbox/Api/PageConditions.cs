using ExecPS.Client.Models;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>listKnowledgeHubPages</c> can be narrowed and sorted by.</summary>
internal static class PageConditions
{
    /// <exception cref="ApiProblem">A value isn't one that the API knows.</exception>
    public static RowSelection<KnowledgePageEntry> From(ApiRequest request)
    {
        var conditions = new Conditions<KnowledgePageEntry>(request)
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

        // Archived ones come to those who ask for them.
        if (request.Text("status") is null)
            conditions.Where(page => page.Status != KnowledgePageStatus.Archived);
        return conditions.ToSelection();
    }
}
