using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets the members of the workspace (<c>listWorkspaceMembers</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecMember", SupportsPaging = true)]
[OutputType(typeof(Member))]
public sealed class GetExecMemberCommand : ExecListCmdlet<Member>
{
    private readonly List<MemberFilter> _filters = [];

    /// <summary>Lists only members with these names, which can contain wildcards. The command filters, because the API can't.</summary>
    [Parameter(Position = 0)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Lists only members with these email addresses, which can contain wildcards. The command filters, because the API can't.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Email { get; set; }

    /// <summary>Lists only members with one of these roles; The command filters, because the API can't.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(MemberRole.Admin, MemberRole.Member)]
    public MemberRole[]? Role { get; set; }

    /// <summary>Lists only members of groups with these IDs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Lists only members of groups with these names, which can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? GroupName { get; set; }

    /// <summary>Collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if (AcceptInput())
            _filters.Add(new() { GroupIds = GroupId ?? [] });
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing()
    {
        var filter = new RowFilter<Member>()
            .Where("member named", Name, member => member.Name)
            .Where("member with the email address", Email, member => member.Email);
        if (Role is not null)
            filter.Where(member => member.Role is { } role && Role.Contains(role));
        WriteList(Client.ListMembers(_filters), filter);
    }
}
