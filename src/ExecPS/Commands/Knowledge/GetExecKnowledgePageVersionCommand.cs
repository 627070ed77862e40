using System.Management.Automation;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists the versions of pages of the Knowledge Hub (<c>listKnowledgeHubPageVersions</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecKnowledgePageVersion", SupportsPaging = true)]
[OutputType(typeof(KnowledgePageVersion))]
public sealed class GetExecKnowledgePageVersionCommand : ExecListCmdlet<KnowledgePageVersion>
{
    private readonly List<string> _asked = [];

    /// <summary>The pages' identifiers.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? PageId { get; set; }

    /// <summary>Takes note of what one input object asks; the requests go when all are known.</summary>
    protected override void ProcessRecord() => _asked.AddRange(PageId!);

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListKnowledgePageVersions(_asked));
}
