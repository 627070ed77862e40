using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets folders of the Knowledge Hub, as a list or by ID (<c>listKnowledgeHubFolders</c>, <c>getKnowledgeHubFolder</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgeFolder", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(KnowledgeFolder))]
public sealed class GetExecKnowledgeFolderCommand : ExecListCmdlet<KnowledgeFolder>
{
    private readonly List<KnowledgeFolderFilter> _filters = [];

    /// <summary>The IDs of the folders to get, with one request per folder.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, for folders from the pipeline.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>Lists only folders directly in folders with these IDs.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ParentId { get; set; }

    /// <summary>Lists only folders whose name contains one of these texts, ignoring case.</summary>
    [Parameter(ParameterSetName = List, Position = 0)]
    [TrimTransform, ValidateSearchText]
    public string[]? Query { get; set; }

    /// <summary>Writes the folders requested by ID, or collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if ((Id ?? FolderId) is { } ids)
            WriteDetails(ids, Client.GetKnowledgeFolderAsync);
        else if (AcceptInput())
            _filters.Add(new() { ParentIds = ParentId ?? [], Texts = Query ?? [] });
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgeFolders(_filters));
}
