namespace ExecPS.Commands;

/// <summary>Gets the groups of the workspace (<c>listWorkspaceGroups</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecGroup", SupportsPaging = true)]
[OutputType(typeof(Group))]
public sealed class GetExecGroupCommand : ExecListCmdlet<Group>
{
    /// <summary>Lists only groups with these names, which can contain wildcards. The command reads all of them, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Requests and writes the list.</summary>
    protected override void ProcessRecord() => WriteList(Client.ListGroups(), new RowFilter<Group>().Where("group named", Name, group => group.Name));
}
