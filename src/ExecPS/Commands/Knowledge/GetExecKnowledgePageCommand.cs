using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets pages of the Knowledge Hub, as a list, or by ID with their text (<c>listKnowledgeHubPages</c>, <c>getKnowledgeHubPage</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgePage", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(KnowledgePage), ParameterSetName = new[] { List })]
[OutputType(typeof(KnowledgePageDetail), ParameterSetName = new[] { List, Detail })]
public sealed class GetExecKnowledgePageCommand : ExecListCmdlet<KnowledgePage>
{
    private readonly List<KnowledgePageFilter> _filters = [];

    /// <summary>The IDs of the pages to get in full, with one request per page.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, for pages from the pipeline.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>Lists only pages whose title contains one of these texts, ignoring case.</summary>
    [Parameter(ParameterSetName = List, Position = 0)]
    [TrimTransform, ValidateSearchText]
    public string[]? Query { get; set; }

    /// <summary>Lists only pages in folders with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>Lists only pages with one of these statuses.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgePageStatus.Draft, KnowledgePageStatus.Archived)]
    [ArgumentCompleter(typeof(EnumCompleter<KnowledgePageStatus>))]
    public KnowledgePageStatus?[]? Status { get; set; }

    /// <summary>Lists only pages of owners with these IDs.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? OwnerId { get; set; }

    /// <summary>Lists only pages that belong to skills with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>Lists only pages that belong to skills with these names, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? SkillName { get; set; }

    /// <summary>Lists only pages changed at or after this time.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Lists only pages changed at or before this time.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>The property to sort by. By default, the page changed last comes first.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgePageSort.UpdatedAt, KnowledgePageSort.Title)]
    public KnowledgePageSort? SortBy { get; set; }

    /// <summary>Includes the draft. Applies only to pages requested by ID.</summary>
    [Parameter]
    public SwitchParameter IncludeDraft { get; set; }

    /// <summary>Writes the pages requested by ID, or collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if ((Id ?? PageId) is { } ids)
        {
            WriteDetails(ids, (id, notices, stop) => Client.GetKnowledgePageAsync(id, IncludeDraft, notices, stop));
            return;
        }

        ThrowIfList(nameof(IncludeDraft), IncludeDraft);
        RequireOrder(nameof(UpdatedAfter), UpdatedAfter, nameof(UpdatedBefore), UpdatedBefore);
        if (AcceptInput())
        {
            _filters.Add(new()
            {
                FolderIds = FolderId ?? [],
                Statuses = [.. Status?.OfType<KnowledgePageStatus>() ?? []],
                OwnerIds = OwnerId ?? [],
                SkillIds = SkillId ?? [],
                Texts = Query ?? [],
                UpdatedAfter = UpdatedAfter,
                UpdatedBefore = UpdatedBefore,
                SortBy = SortBy,
            });
        }
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgePages(_filters));
}
