using System.Management.Automation;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Connections;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Gives the connections of the session.</summary>
[Cmdlet(VerbsCommon.Get, "ExecConnection")]
[OutputType(typeof(ExecConnection))]
public sealed class GetExecConnectionCommand : ExecCmdlet
{
    /// <summary>The names of the connections, with wildcards; all of them when it isn't given.</summary>
    [Parameter(Position = 0)]
    [ValidatePatternText]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Writes the connections; a name without wildcards that there isn't is an error.</summary>
    protected override void ProcessRecord()
    {
        var store = ConnectionStore.OfThisRunspace;
        WriteObject(Name is null ? store.All : store.Matching(Name), enumerateCollection: true);
        foreach (var name in Name ?? [])
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name) && store.Find(name) is null)
                WriteError(ErrorRecords.NoSuchConnection(name, store));
        }
    }
}
