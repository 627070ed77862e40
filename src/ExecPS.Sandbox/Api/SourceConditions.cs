using ExecPS.Client.Models;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>listKnowledgeHubSources</c> can be narrowed by.</summary>
internal static class SourceConditions
{
    /// <exception cref="ApiProblem">A value isn't one that the API knows.</exception>
    public static RowSelection<KnowledgeSourceEntry> From(ApiRequest request, KnowledgeHub hub)
    {
        var conditions = new Conditions<KnowledgeSourceEntry>(request)
            .Known("type", ApiNames.Of<KnowledgeSourceType>(), source => ApiNames.Of<KnowledgeSourceType>(source.Type))
            .Known("status", ApiNames.Of<KnowledgeSourceStatus>(), source => ApiNames.Of<KnowledgeSourceStatus>(source.Status))
            .Has("folder_id", source => source.FolderIds)
            .Search("query", source => source.Title);
        return request.Text("page_id") is { } page
            ? conditions.Where(source => hub.Page(page)?.Sources.Contains(source) == true).ToSelection()
            : conditions.ToSelection();
    }
}
