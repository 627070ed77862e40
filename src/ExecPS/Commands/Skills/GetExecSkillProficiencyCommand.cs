using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists how proficient each user is in skills (<c>getSkillProficiency</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecSkillProficiency", SupportsPaging = true)]
[OutputType(typeof(SkillProficiency))]
public sealed class GetExecSkillProficiencyCommand : ExecListCmdlet<SkillProficiency>
{
    private readonly List<(string SkillId, SkillProficiencyFilter Filter)> _asked = [];

    /// <summary>The skills' identifiers.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>Only users with these identifiers, or those with these email addresses.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Only users with these email addresses, or those with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Only members of groups with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>The time whose proficiency is asked for; now when it isn't given.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? AsOf { get; set; }

    /// <summary>Whether to leave out the vendor's own users, whose email addresses end in <c>@exec.com</c>.</summary>
    [Parameter]
    public SwitchParameter ExcludeSystemUser { get; set; }

    /// <summary>Takes note of what one input object asks; the requests go when all are known.</summary>
    protected override void ProcessRecord()
    {
        if (!InputNamesSomething())
            return;

        var filter = new SkillProficiencyFilter
        {
            UserIds = UserId ?? [],
            UserEmails = UserEmail ?? [],
            GroupIds = GroupId ?? [],
            AsOf = AsOf,
            ExcludeSystemUsers = ExcludeSystemUser,
        };
        _asked.AddRange(SkillId!.Select(skill => (skill, filter)));
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListSkillProficiency(_asked));
}
