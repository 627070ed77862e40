namespace ExecPS.Commands;

/// <summary>Archives Knowledge Hub sources (<c>deleteKnowledgeHubSource</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "ExecKnowledgeSource", DefaultParameterSetName = "Id", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveExecKnowledgeSourceCommand : ExecWriteCmdlet
{
    /// <summary>The IDs of the sources.</summary>
    [Parameter(ParameterSetName = "Id", Position = 0, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, from input objects.</summary>
    [Parameter(ParameterSetName = "Input", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SourceId { get; set; }

    /// <summary>Archives the sources of one input object.</summary>
    protected override void ProcessRecord()
    {
        foreach (var id in (Id ?? SourceId)!)
        {
            Send(
                $"Archive the source {NameOf(EntityKind.Source, id)}", new WriteRecord().Add(nameof(SourceId), id), $"Get-ExecKnowledgeSource -Id {id}",
                (notices, stop) => Client.DeleteKnowledgeSourceAsync(id, notices, stop));
        }
    }
}
