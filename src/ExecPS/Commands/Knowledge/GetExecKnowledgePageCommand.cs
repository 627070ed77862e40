using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists pages of the Knowledge Hub, or gives some with their texts (<c>listKnowledgeHubPages</c>, <c>getKnowledgeHubPage</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgePage", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(KnowledgePage), ParameterSetName = new[] { List })]
[OutputType(typeof(KnowledgePageDetail), ParameterSetName = new[] { List, Detail })]
public sealed class GetExecKnowledgePageCommand : ExecListCmdlet<KnowledgePage>
{
    private readonly List<KnowledgePageFilter> _asked = [];

    /// <summary>The identifiers of the pages to give in full, a request each.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>The same as <c>-Id</c>, from input objects: pages of a list.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>Only pages whose title has one of these texts in it, in any case.</summary>
    [Parameter(ParameterSetName = List, Position = 0)]
    [ValidateSearchText]
    public string[]? Query { get; set; }

    /// <summary>Only pages in folders with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>Only pages with one of these statuses.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgePageStatus.Draft, KnowledgePageStatus.Archived)]
    public KnowledgePageStatus[]? Status { get; set; }

    /// <summary>Only pages of owners with these identifiers.</summary>
    [Parameter(ParameterSetName = List)]
    [ValidateId, CompletesEntity]
    public string[]? OwnerId { get; set; }

    /// <summary>Only pages that belong to skills with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>Only pages changed from this time on.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Only pages changed up to this time.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>What the pages are sorted by; the latest change comes first when it isn't given.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgePageSort.UpdatedAt, KnowledgePageSort.Title)]
    public KnowledgePageSort? SortBy { get; set; }

    /// <summary>Whether each page brings its draft; for single pages.</summary>
    [Parameter]
    public SwitchParameter IncludeDraft { get; set; }

    /// <summary>Asks for single pages; takes note of what else one input object asks.</summary>
    protected override void ProcessRecord()
    {
        if ((Id ?? PageId) is { } ids)
        {
            WriteDetails(ids, (id, notices, stop) => Client.GetKnowledgePageAsync(id, IncludeDraft, notices, stop));
            return;
        }

        ThrowIfList(nameof(IncludeDraft), IncludeDraft);
        RequireOrder(nameof(UpdatedAfter), UpdatedAfter, nameof(UpdatedBefore), UpdatedBefore);
        if (InputNamesSomething())
        {
            _asked.Add(new()
            {
                FolderIds = FolderId ?? [],
                Statuses = Status ?? [],
                OwnerIds = OwnerId ?? [],
                SkillIds = SkillId ?? [],
                Texts = Query ?? [],
                UpdatedAfter = UpdatedAfter,
                UpdatedBefore = UpdatedBefore,
                SortBy = SortBy,
            });
        }
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgePages(_asked));
}
