namespace ExecPS.Sandbox.Api;

/// <summary>The filters of <c>listKnowledgeHubFolders</c>.</summary>
internal static class FolderFilters
{
    // The document names the parameter parent_id in its definition and parent in its description.
    public static RowSelection<KnowledgeFolder> From(ApiRequest request) => new FilterBuilder<KnowledgeFolder>(request)
        .Equal("parent_id", folder => folder.Parent)
        .Equal("parent", folder => folder.Parent)
        .Search("query", folder => folder.Name)
        .ToSelection();
}
