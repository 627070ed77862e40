using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets the proficiency of users in skills (<c>getSkillProficiency</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecSkillProficiency", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType(typeof(SkillProficiency))]
public sealed class GetExecSkillProficiencyCommand : ExecListCmdlet<SkillProficiency>, INamedInput
{
    private readonly List<(string SkillId, SkillProficiencyFilter Filter)> _filters = [];

    /// <summary>The IDs of the skills.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>The names of the skills, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? SkillName { get; set; }

    /// <summary>Lists only users with these IDs, or with the email addresses in <c>-UserEmail</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Lists only users with these email addresses, or with the IDs in <c>-UserId</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Lists only members of groups with these IDs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Lists only members of groups with these names, which can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? GroupName { get; set; }

    /// <summary>The time at which to evaluate the proficiency. The default is now.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? AsOf { get; set; }

    /// <summary>Excludes Exec's own users, whose email addresses end in <c>@exec.com</c>.</summary>
    [Parameter]
    public SwitchParameter ExcludeSystemUser { get; set; }

    /// <summary>The input object. Its skill name is included in the output.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if (!AcceptInput())
            return;

        var filter = new SkillProficiencyFilter
        {
            UserIds = UserId ?? [],
            UserEmails = UserEmail ?? [],
            GroupIds = GroupId ?? [],
            AsOf = AsOf,
            ExcludeSystemUsers = ExcludeSystemUser,
        };
        _filters.AddRange(SkillId!.Select(skill => (skill, filter)));
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListSkillProficiency(_filters));
}
