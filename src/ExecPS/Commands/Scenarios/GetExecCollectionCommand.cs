using System.Management.Automation;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists collections (<c>listCollections</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecCollection", SupportsPaging = true)]
[OutputType(typeof(Collection))]
public sealed class GetExecCollectionCommand : ExecListCmdlet<Collection>
{
    /// <summary>Only collections with these names, with wildcards; all are read, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Asks and writes.</summary>
    protected override void ProcessRecord() => WriteList(Client.ListCollections(), NamePatterns.Where<Collection>((Name, collection => collection.Name)));
}
