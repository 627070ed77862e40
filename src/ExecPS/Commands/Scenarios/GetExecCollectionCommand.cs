namespace ExecPS.Commands;

/// <summary>Gets collections (<c>listCollections</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecCollection", SupportsPaging = true)]
[OutputType(typeof(Collection))]
public sealed class GetExecCollectionCommand : ExecListCmdlet<Collection>
{
    /// <summary>Lists only collections with these names, which can contain wildcards. The command reads all of them, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Requests and writes the list.</summary>
    protected override void ProcessRecord() => WriteList(Client.ListCollections(), new RowFilter<Collection>().Where("collection named", Name, collection => collection.Name));
}
