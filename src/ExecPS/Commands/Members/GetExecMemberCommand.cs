using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists the members of the workspace (<c>listWorkspaceMembers</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecMember", SupportsPaging = true)]
[OutputType(typeof(Member))]
public sealed class GetExecMemberCommand : ExecListCmdlet<Member>
{
    private readonly List<MemberFilter> _asked = [];

    /// <summary>Only members with these names, with wildcards; picked out here, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Only members with these email addresses, with wildcards; picked out here, because the API can't filter by address.</summary>
    [Parameter]
    [ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Email { get; set; }

    /// <summary>Only members with one of these roles; picked out here, because the API can't filter by role.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(MemberRole.Admin, MemberRole.Member)]
    public MemberRole[]? Role { get; set; }

    /// <summary>Only members of groups with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Takes note of what one input object asks; the requests go when all are known.</summary>
    protected override void ProcessRecord()
    {
        if (InputNamesSomething())
            _asked.Add(new() { GroupIds = GroupId ?? [] });
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing()
    {
        var fits = NamePatterns.Where<Member>((Name, member => member.Name), (Email, member => member.Email));
        WriteList(
            Client.ListMembers(_asked),
            Role is null ? fits : member => member.Role is { } role && Role.Contains(role) && fits?.Invoke(member) != false);
    }
}
