namespace ExecPS.Commands;

/// <summary>Archives Knowledge Hub pages (<c>archiveKnowledgeHubPage</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "ExecKnowledgePage", DefaultParameterSetName = "Id", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveExecKnowledgePageCommand : ExecWriteCmdlet
{
    /// <summary>The IDs of the pages.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, from input objects.</summary>
    [Parameter(ParameterSetName = "Input", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>Archives the pages of one input object.</summary>
    protected override void ProcessRecord()
    {
        foreach (var id in (Id ?? PageId)!)
        {
            Send(
                $"Archive the page {NameOf(EntityKind.Page, id)}", new WriteRecord().Add(nameof(PageId), id), $"Get-ExecKnowledgePage -Id {id}",
                (notices, stop) => Client.ArchiveKnowledgePageAsync(id, notices, stop));
        }
    }
}
