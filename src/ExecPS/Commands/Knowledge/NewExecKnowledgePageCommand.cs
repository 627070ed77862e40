using ExecPS.Client.Requests;
using ExecPS.Views;

namespace ExecPS.Commands;

/// <summary>Creates Knowledge Hub pages (<c>createKnowledgeHubPage</c>).</summary>
[Cmdlet(VerbsCommon.New, "ExecKnowledgePage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(KnowledgePageDetail))]
public sealed class NewExecKnowledgePageCommand : ExecWriteCmdlet
{
    /// <summary>The title of the page.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateText(1000)]
    public string? Title { get; set; }

    /// <summary>The text of the page, in Markdown.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Content { get; set; }

    /// <summary>Draft or Published. The default is Draft.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, EnumNameTransform]
    [ValidateRange(KnowledgePageStatus.Draft, KnowledgePageStatus.Published)]
    public KnowledgePageStatus? Status { get; set; }

    /// <summary>Private or Workspace. The default is Workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, EnumNameTransform]
    [ValidateRange(ExecPS.Client.Models.Visibility.Private, ExecPS.Client.Models.Visibility.Workspace)]
    public Visibility? Visibility { get; set; }

    /// <summary>The IDs of the folders that contain the page.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>The IDs of the sources attached to the page.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SourceId { get; set; }

    /// <summary>The IDs of the skills linked to the page.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>The names of the skills linked to the page, which can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? SkillName { get; set; }

    /// <summary>Creates the page that one input object describes.</summary>
    protected override void ProcessRecord()
    {
        if (!AcceptInput(requireAllNames: true))
            return;

        var request = new CreateKnowledgePageRequest
        {
            Title = Title!, Content = Content, Status = Status, Visibility = Visibility, FolderIds = FolderId, SourceIds = SourceId, SkillIds = SkillId,
        };
        var record = new WriteRecord()
            .Add(nameof(Title), Title)
            .Add(nameof(Content), Content)
            .Add(nameof(Status), Status)
            .Add(nameof(Visibility), Visibility)
            .Add(nameof(FolderId), FolderId)
            .Add(nameof(SourceId), SourceId)
            .Add(nameof(SkillId), SkillId);
        var publish = Status == KnowledgePageStatus.Published ? "Create and publish" : "Create";
        var page = Send(
            $"{publish} the page '{ViewText.Safe(Title)}'", record, $"Get-ExecKnowledgePage -Query '{Title!.Replace("'", "''")}'",
            (notices, stop) => Client.CreateKnowledgePageAsync(request, notices, stop));
        if (page is not null)
            WriteObject(page);
    }
}
