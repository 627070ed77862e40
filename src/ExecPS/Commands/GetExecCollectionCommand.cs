using System.Management.Automation;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists collections (<c>listCollections</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecCollection", SupportsPaging = true)]
[OutputType(typeof(Collection))]
public sealed class GetExecCollectionCommand : ExecListCmdlet<Collection>
{
    /// <summary>Only collections with these names, with wildcards; all are read, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [ValidatePatternText]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing()
    {
        var patterns = Name is null ? null : Array.ConvertAll(Name, name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase));
        WriteList(
            Client.ListCollections(),
            patterns is null ? null : collection => Array.Exists(patterns, pattern => pattern.IsMatch(collection.Name ?? "")));
    }
}
