using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets the results of each participant of scenarios (<c>getScenarioAnalyticsParticipants</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioParticipant", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType(typeof(ScenarioParticipant))]
public sealed class GetExecScenarioParticipantCommand : ExecListCmdlet<ScenarioParticipant>, INamedInput
{
    private readonly List<(string ScenarioId, AnalyticsFilter Filter)> _filters = [];

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

    /// <summary>The property to sort the participants of each scenario by. By default, the best score comes first.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(ParticipantSort.BestScore, ParticipantSort.SessionCount)]
    public ParticipantSort? SortBy { get; set; }

    /// <summary>Sorts in descending order. Requires <c>-SortBy</c>.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>The input object. Its scenario name is included in the output.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Collects one input object.</summary>
    protected override void ProcessRecord()
    {
        RequireOrder(nameof(After), After, nameof(Before), Before);
        RequireSortBy(SortBy, Descending);
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
            SortBy = SortBy,
            Descending = Descending,
        };
        _filters.AddRange(ScenarioId!.Select(scenario => (scenario, filter)));
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListScenarioParticipants(_filters));
}
