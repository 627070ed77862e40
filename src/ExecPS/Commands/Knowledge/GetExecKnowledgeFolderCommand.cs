using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists folders of the Knowledge Hub, or gives some by their identifiers (<c>listKnowledgeHubFolders</c>, <c>getKnowledgeHubFolder</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgeFolder", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(KnowledgeFolder))]
public sealed class GetExecKnowledgeFolderCommand : ExecListCmdlet<KnowledgeFolder>
{
    private readonly List<KnowledgeFolderFilter> _asked = [];

    /// <summary>The identifiers of the folders to give in full, a request each.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>The same as <c>-Id</c>, from input objects: folders of a list.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>Only folders that lie directly in folders with these identifiers.</summary>
    [Parameter(ParameterSetName = List)]
    [ValidateId, CompletesEntity]
    public string[]? ParentId { get; set; }

    /// <summary>Only folders whose name has one of these texts in it, in any case.</summary>
    [Parameter(ParameterSetName = List, Position = 0)]
    [ValidateSearchText]
    public string[]? Query { get; set; }

    /// <summary>Asks for single folders; takes note of what else is asked.</summary>
    protected override void ProcessRecord()
    {
        if ((Id ?? FolderId) is { } ids)
            WriteDetails(ids, Client.GetKnowledgeFolderAsync);
        else if (InputNamesSomething())
            _asked.Add(new() { ParentIds = ParentId ?? [], Texts = Query ?? [] });
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgeFolders(_asked));
}
