using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists sources of the Knowledge Hub, or gives some with their texts (<c>listKnowledgeHubSources</c>, <c>getKnowledgeHubSource</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgeSource", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(KnowledgeSource))]
public sealed class GetExecKnowledgeSourceCommand : ExecListCmdlet<KnowledgeSource>
{
    private readonly List<KnowledgeSourceFilter> _asked = [];

    /// <summary>The identifiers of the sources to give in full, a request each.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>The same as <c>-Id</c>, from input objects: sources of a list.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? SourceId { get; set; }

    /// <summary>Only sources whose title has one of these texts in it, in any case.</summary>
    [Parameter(ParameterSetName = List, Position = 0)]
    [ValidateSearchText]
    public string[]? Query { get; set; }

    /// <summary>Only sources of one of these types.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgeSourceType.Upload, KnowledgeSourceType.Integration)]
    public KnowledgeSourceType[]? SourceType { get; set; }

    /// <summary>Only sources with one of these statuses.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgeSourceStatus.Pending, KnowledgeSourceStatus.Failed)]
    public KnowledgeSourceStatus[]? Status { get; set; }

    /// <summary>Only sources in folders with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>Only sources of pages with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>Whether each source brings the text that was extracted from it; for single sources.</summary>
    [Parameter]
    public SwitchParameter IncludeContent { get; set; }

    /// <summary>Asks for single sources; takes note of what else one input object asks.</summary>
    protected override void ProcessRecord()
    {
        if ((Id ?? SourceId) is { } ids)
        {
            WriteDetails(ids, (id, notices, stop) => Client.GetKnowledgeSourceAsync(id, IncludeContent, notices, stop));
            return;
        }

        ThrowIfList(nameof(IncludeContent), IncludeContent);
        if (InputNamesSomething())
        {
            _asked.Add(new()
            {
                Types = SourceType ?? [],
                Statuses = Status ?? [],
                FolderIds = FolderId ?? [],
                PageIds = PageId ?? [],
                Texts = Query ?? [],
            });
        }
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgeSources(_asked));
}
