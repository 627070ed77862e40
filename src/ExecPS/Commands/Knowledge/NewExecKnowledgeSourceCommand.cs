using ExecPS.Views;

namespace ExecPS.Commands;

/// <summary>Creates Knowledge Hub sources from web pages (<c>createKnowledgeHubSource</c>).</summary>
[Cmdlet(VerbsCommon.New, "ExecKnowledgeSource", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(KnowledgeSource))]
public sealed class NewExecKnowledgeSourceCommand : ExecWriteCmdlet
{
    private readonly List<string> _created = [];

    /// <summary>The title of the source.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateText(1000)]
    public string? Title { get; set; }

    /// <summary>The address of the web page whose text is extracted. If a source with this address exists, it is returned.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateWebAddress]
    public Uri? Url { get; set; }

    /// <summary>A cover image, as the API refers to it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateText(2000)]
    public string? Cover { get; set; }

    /// <summary>The IDs of the folders that contain the source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? FolderId { get; set; }

    /// <summary>Waits until the text of the sources is extracted, and then writes them.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The number of seconds to wait for all sources. 0 waits without a limit.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; }

    /// <summary>Creates the source that one input object describes.</summary>
    protected override void ProcessRecord()
    {
        var record = new WriteRecord().Add(nameof(Title), Title).Add(nameof(Url), Url).Add(nameof(Cover), Cover).Add(nameof(FolderId), FolderId);
        var source = Send(
            $"Create the source '{ViewText.Safe(Title)}' from {Url!.AbsoluteUri}", record, "Get-ExecKnowledgeSource",
            (notices, stop) => Client.CreateKnowledgeSourceAsync(new() { Title = Title!, Url = Url, Cover = Cover, FolderIds = FolderId }, notices, stop));
        if (source is null)
            return;

        if (Wait && !IsExtracted(source))
            _created.Add(source.Id!);
        else
            Write(source);
    }

    /// <summary>Waits for the extraction, if required.</summary>
    protected override void EndProcessing()
    {
        Poll(_created, "sources", TimeoutSec, (id, notices, stop) => Client.GetKnowledgeSourceAsync(id, notices: notices, cancellationToken: stop), IsExtracted, Write);
        base.EndProcessing();
    }

    private static bool IsExtracted(KnowledgeSource source) => source.Status is KnowledgeSourceStatus.Ready or KnowledgeSourceStatus.Failed;

    private void Write(KnowledgeSource source)
    {
        WriteObject(source);
        if (Wait && source.Status == KnowledgeSourceStatus.Failed)
        {
            WriteError(ErrorRecords.Create(
                new InvalidOperationException($"The text of the source '{source.Id}' ({source.ExternalUrl}) couldn't be extracted."),
                "ExecSourceFailed", ErrorCategory.InvalidResult, "Check that the address is public, and remove the source before you create it again.", source));
        }
    }
}
