namespace ExecPS.Commands;

/// <summary>Gets the versions of pages of the Knowledge Hub (<c>listKnowledgeHubPageVersions</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgePageVersion", SupportsPaging = true)]
[OutputType(typeof(KnowledgePageVersion))]
public sealed class GetExecKnowledgePageVersionCommand : ExecListCmdlet<KnowledgePageVersion>
{
    private readonly List<string> _filters = [];

    /// <summary>The IDs of the pages.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>Collects one input object.</summary>
    protected override void ProcessRecord() => _filters.AddRange(PageId!);

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgePageVersions(_filters));
}
