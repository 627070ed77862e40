using ExecPS.Connections;

namespace ExecPS.Commands;

/// <summary>Gets the connections of the session.</summary>
[Cmdlet(VerbsCommon.Get, "ExecConnection")]
[OutputType(typeof(ExecConnection))]
public sealed class GetExecConnectionCommand : ExecCmdlet
{
    /// <summary>The names of the connections, which can contain wildcards. The default is all connections.</summary>
    [Parameter(Position = 0)]
    [TrimTransform, ValidatePatternText]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Writes the connections. A name without wildcards that doesn't exist is a non-terminating error.</summary>
    protected override void ProcessRecord()
    {
        var store = Connections;
        WriteObject(Name is null ? store.All : store.Matching(Name), enumerateCollection: true);
        foreach (var name in Name ?? [])
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name) && store.Find(name) is null)
                WriteError(ErrorRecords.ConnectionNotFound(name, store));
        }
    }
}
