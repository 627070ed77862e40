namespace ExecPS.Commands;

/// <summary>Gets pairs of groups and members (<c>listWorkspaceMembers</c>), with one list per group.</summary>
[Cmdlet(VerbsCommon.Get, "ExecGroupMember", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType(typeof(GroupMember))]
public sealed class GetExecGroupMemberCommand : ExecListCmdlet<GroupMember>, INamedInput
{
    private readonly List<string> _groups = [];

    /// <summary>The IDs of the groups. The default is all groups.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>The names of the groups, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? GroupName { get; set; }

    /// <summary>The input object. Its group name is included in the output.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if (AcceptInput())
            _groups.AddRange(GroupId ?? ReadIds(EntityKind.Group));
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListGroupMembers(_groups));
}
