namespace ExecPS.Client.Models;

/// <summary>The response to a request that archives something (<c>archiveKnowledgeHubPage</c>, <c>deleteKnowledgeHubSource</c>).</summary>
internal sealed class DeleteResult
{
    public string? Id { get; set; }

    public bool? Deleted { get; set; }
}
