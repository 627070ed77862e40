using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>The filters of <c>listKnowledgeHubSources</c>.</summary>
internal static class SourceFilters
{
    /// <exception cref="ApiProblem">A value isn't valid.</exception>
    public static RowSelection<KnowledgeSourceEntry> From(ApiRequest request)
    {
        var filters = new FilterBuilder<KnowledgeSourceEntry>(request)
            .Known("type", ApiNames.Of<KnowledgeSourceType>(), source => ApiNames.Of<KnowledgeSourceType>(source.Type))
            .Known("status", ApiNames.Of<KnowledgeSourceStatus>(), source => ApiNames.Of<KnowledgeSourceStatus>(source.Status))
            .Has("folder_id", source => source.FolderIds)
            .Search("query", source => source.Title);
        return request.Text("page_id") is { } page
            ? filters.Where(source => request.State.Knowledge.Page(page)?.SourceIds.Contains(source.Id) == true).ToSelection()
            : filters.ToSelection();
    }
}
