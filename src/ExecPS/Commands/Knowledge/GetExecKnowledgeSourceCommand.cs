using ExecPS.Client.Filters;
using ExecPS.Views;

namespace ExecPS.Commands;

/// <summary>Gets sources of the Knowledge Hub, as a list, or by ID with their text (<c>listKnowledgeHubSources</c>, <c>getKnowledgeHubSource</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgeSource", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(KnowledgeSource))]
public sealed class GetExecKnowledgeSourceCommand : ExecListCmdlet<KnowledgeSource>
{
    private readonly List<KnowledgeSourceFilter> _filters = [];

    /// <summary>The IDs of the sources to get in full, with one request per source.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, for sources from the pipeline.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SourceId { get; set; }

    /// <summary>Lists only sources whose title contains one of these texts, ignoring case.</summary>
    [Parameter(ParameterSetName = List, Position = 0)]
    [TrimTransform, ValidateSearchText]
    public string[]? Query { get; set; }

    /// <summary>Lists only sources of one of these types.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgeSourceType.Upload, KnowledgeSourceType.Integration)]
    public KnowledgeSourceType[]? SourceType { get; set; }

    /// <summary>Lists only sources with one of these statuses.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(KnowledgeSourceStatus.Pending, KnowledgeSourceStatus.Failed)]
    [ArgumentCompleter(typeof(EnumCompleter<KnowledgeSourceStatus>))]
    public KnowledgeSourceStatus?[]? Status { get; set; }

    /// <summary>Lists only sources in folders with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>Lists only sources of pages with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>Includes the extracted text. Applies only to sources requested by ID.</summary>
    [Parameter]
    public SwitchParameter IncludeContent { get; set; }

    /// <summary>Writes the sources requested by ID, or collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if ((Id ?? SourceId) is { } ids)
        {
            WriteDetails(ids, async (id, notices, stop) =>
                (await Client.GetKnowledgeSourceAsync(id, IncludeContent, notices, stop).ConfigureAwait(false)).WithView(nameof(IncludeContent), IncludeContent));
            return;
        }

        ThrowIfList(nameof(IncludeContent), IncludeContent);
        if (AcceptInput())
        {
            _filters.Add(new()
            {
                Types = SourceType ?? [],
                Statuses = [.. Status?.OfType<KnowledgeSourceStatus>() ?? []],
                FolderIds = FolderId ?? [],
                PageIds = PageId ?? [],
                Texts = Query ?? [],
            });
        }
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgeSources(_filters));
}
