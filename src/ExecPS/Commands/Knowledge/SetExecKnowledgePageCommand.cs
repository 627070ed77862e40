using ExecPS.Client.Requests;

namespace ExecPS.Commands;

/// <summary>Changes Knowledge Hub pages (<c>updateKnowledgeHubPage</c>). Only the parameters given are sent.</summary>
[Cmdlet(VerbsCommon.Set, "ExecKnowledgePage", DefaultParameterSetName = "Id", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(KnowledgePageDetail))]
public sealed class SetExecKnowledgePageCommand : ExecWriteCmdlet
{
    private static readonly string[] s_changes = [nameof(Title), nameof(Content), nameof(Status), nameof(FolderId), nameof(SourceId), nameof(SkillId), nameof(SkillName)];

    /// <summary>The IDs of the pages.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, from input objects.</summary>
    [Parameter(ParameterSetName = "Input", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>The new title.</summary>
    [Parameter]
    [ValidateText(1000)]
    public string? Title { get; set; }

    /// <summary>The new text, in Markdown. It becomes a draft, unless <c>-Status Published</c> is given, too.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Content { get; set; }

    /// <summary>Published to publish the draft, or Draft.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(KnowledgePageStatus.Draft, KnowledgePageStatus.Published)]
    public KnowledgePageStatus? Status { get; set; }

    /// <summary>The IDs of the folders that contain the page, instead of the current ones. <c>@()</c> clears them.</summary>
    [Parameter]
    [TrimTransform, ValidateId(AllowEmptyList = true), AllowEmptyCollection, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>The IDs of the sources attached to the page, instead of the current ones. <c>@()</c> clears them.</summary>
    [Parameter]
    [TrimTransform, ValidateId(AllowEmptyList = true), AllowEmptyCollection, CompletesEntity]
    public string[]? SourceId { get; set; }

    /// <summary>The IDs of the skills linked to the page, instead of the current ones. <c>@()</c> clears them.</summary>
    [Parameter]
    [TrimTransform, ValidateId(AllowEmptyList = true), AllowEmptyCollection, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>The names of the skills linked to the page, instead of the current ones. They can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? SkillName { get; set; }

    /// <summary>Writes the changed pages.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Rejects a command that changes nothing.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!s_changes.Intersect(GivenParameters, StringComparer.OrdinalIgnoreCase).Any())
        {
            ThrowInvalidArgument("ExecNothingToChange",
                "No change is specified.", $"Specify at least one of these parameters: -{string.Join(", -", s_changes)}.");
        }
    }

    /// <summary>Changes the pages of one input object.</summary>
    protected override void ProcessRecord()
    {
        if (!AcceptInput(requireAllNames: true))
            return;

        var request = new UpdateKnowledgePageRequest { Title = Title, Content = Content, Status = Status, FolderIds = FolderId, SourceIds = SourceId, SkillIds = SkillId };
        foreach (var id in (Id ?? PageId)!)
        {
            var record = new WriteRecord().Add(nameof(PageId), id);
            foreach (var name in s_changes.Intersect(GivenParameters, StringComparer.OrdinalIgnoreCase))
                record.Add(name, MyInvocation.BoundParameters[name]);

            var page = Send(
                $"Change {Describe()} of the page {NameOf(EntityKind.Page, id)}", record, $"Get-ExecKnowledgePage -Id {id} -IncludeDraft",
                (notices, stop) => Client.UpdateKnowledgePageAsync(id, request, notices, stop));
            if (page is not null && PassThru)
                WriteObject(page);
        }
    }

    private string Describe() => string.Join(", ", s_changes.Intersect(GivenParameters, StringComparer.OrdinalIgnoreCase));
}
