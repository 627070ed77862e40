using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets summary analytics for scenarios (<c>getScenarioAnalyticsSummary</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioAnalytics", DefaultParameterSetName = ById)]
[OutputType(typeof(ScenarioAnalytics))]
public sealed class GetExecScenarioAnalyticsCommand : ExecConnectedCmdlet, INamedInput
{
    /// <summary>The IDs of the scenarios.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>The names of the scenarios, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? ScenarioName { get; set; }

    /// <summary>Includes only sessions of users with these IDs, or with the email addresses in <c>-UserEmail</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Includes only sessions of users with these email addresses, or with the IDs in <c>-UserId</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Includes only sessions of members of groups with these IDs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Includes only sessions of members of groups with these names, which can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? GroupName { get; set; }

    /// <summary>Includes only sessions created at or after this time.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? After { get; set; }

    /// <summary>Includes only sessions created at or before this time.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? Before { get; set; }

    /// <summary>Excludes Exec's own users, whose email addresses end in <c>@exec.com</c>.</summary>
    [Parameter]
    public SwitchParameter ExcludeSystemUser { get; set; }

    /// <summary>The input object. Its scenario name is included in the output.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the analytics of each scenario.</summary>
    protected override void ProcessRecord()
    {
        RequireOrder(nameof(After), After, nameof(Before), Before);
        if (!AcceptInput())
            return;

        var filter = new AnalyticsFilter
        {
            UserIds = UserId ?? [],
            UserEmails = UserEmail ?? [],
            GroupIds = GroupId ?? [],
            After = After,
            Before = Before,
            ExcludeSystemUsers = ExcludeSystemUser,
        };
        WriteEach(ScenarioId!, (scenario, notices, stop) => Client.GetScenarioAnalyticsAsync(scenario, filter, notices, stop));
    }
}
