using ExecPS.Client.Models;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>listKnowledgeHubFolders</c> can be narrowed by.</summary>
internal static class FolderConditions
{
    // The document's parameter is parent_id, its prose says parent.
    public static RowSelection<KnowledgeFolder> From(ApiRequest request) => new Conditions<KnowledgeFolder>(request)
        .Equal("parent_id", folder => folder.Parent)
        .Equal("parent", folder => folder.Parent)
        .Search("query", folder => folder.Name)
        .ToSelection();
}
