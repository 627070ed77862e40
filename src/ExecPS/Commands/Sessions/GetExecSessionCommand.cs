using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets sessions, as a list, or by ID in full (<c>listSessions</c>, <c>getSession</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecSession", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(Session), ParameterSetName = new[] { List })]
[OutputType(typeof(SessionDetail), ParameterSetName = new[] { List, Detail })]
public sealed class GetExecSessionCommand : ExecListCmdlet<Session>
{
    private readonly List<SessionFilter> _filters = [];

    /// <summary>The IDs of the sessions to get in full, with one request per session.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>Like <c>-Id</c>, for sessions from the pipeline.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SessionId { get; set; }

    /// <summary>Lists only sessions of users with these IDs, or with the email addresses in <c>-UserEmail</c>.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Lists only sessions of users with these email addresses, or with the IDs in <c>-UserId</c>.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Lists only sessions of scenarios with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>Lists only sessions of scenarios with these names, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? ScenarioName { get; set; }

    /// <summary>Lists only sessions of scenarios in collections with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? CollectionId { get; set; }

    /// <summary>Lists only sessions of scenarios in collections with these names, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? CollectionName { get; set; }

    /// <summary>Lists only sessions of scenarios that evaluate skills with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>Lists only sessions of scenarios that evaluate skills with these names, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? SkillName { get; set; }

    /// <summary>Lists only sessions of programs with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ProgramId { get; set; }

    /// <summary>Lists only sessions of programs with these names, which can contain wildcards. The command finds them in the assignments, because the API doesn't list programs.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? ProgramName { get; set; }

    /// <summary>Lists only sessions of members of groups with these IDs.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Lists only sessions of members of groups with these names, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = List)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? GroupName { get; set; }

    /// <summary>Lists only sessions with one of these ranks.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRank]
    [ArgumentCompleter(typeof(RankCompleter))]
    public Rank[]? Rank { get; set; }

    /// <summary>Includes only sessions created at or after this time.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? After { get; set; }

    /// <summary>Includes only sessions created at or before this time.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? Before { get; set; }

    /// <summary>Excludes sessions of Exec's own users, whose email addresses end in <c>@exec.com</c>.</summary>
    [Parameter(ParameterSetName = List)]
    public SwitchParameter ExcludeSystemUser { get; set; }

    /// <summary>The property to sort by. By default, the newest session comes first.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(SessionSort.CreatedAt, SessionSort.Duration)]
    public SessionSort? SortBy { get; set; }

    /// <summary>Sorts in descending order. Requires <c>-SortBy</c>.</summary>
    [Parameter(ParameterSetName = List)]
    public SwitchParameter Descending { get; set; }

    /// <summary>Includes the transcript. Applies only to sessions requested by ID.</summary>
    [Parameter]
    public SwitchParameter IncludeTranscript { get; set; }

    /// <summary>Includes the evaluation. Applies only to sessions requested by ID.</summary>
    [Parameter]
    public SwitchParameter IncludeEvaluation { get; set; }

    /// <summary>Writes the sessions requested by ID, or collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if ((Id ?? SessionId) is { } ids)
        {
            WriteDetails(ids, (id, notices, stop) => Client.GetSessionAsync(id, IncludeTranscript, IncludeEvaluation, notices, stop));
            return;
        }

        ThrowIfList(nameof(IncludeTranscript), IncludeTranscript);
        ThrowIfList(nameof(IncludeEvaluation), IncludeEvaluation);
        RequireOrder(nameof(After), After, nameof(Before), Before);
        RequireSortBy(SortBy, Descending);
        if (AcceptInput())
            _filters.Add(Filter());
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListSessions(_filters));

    private SessionFilter Filter() => new()
    {
        UserIds = UserId ?? [],
        UserEmails = UserEmail ?? [],
        ScenarioIds = ScenarioId ?? [],
        CollectionIds = CollectionId ?? [],
        SkillIds = SkillId ?? [],
        ProgramIds = ProgramId ?? [],
        GroupIds = GroupId ?? [],
        Ranks = Rank ?? [],
        After = After,
        Before = Before,
        ExcludeSystemUsers = ExcludeSystemUser,
        SortBy = SortBy,
        Descending = Descending,
    };
}
