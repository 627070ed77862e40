using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists sessions, or gives some in full (<c>listSessions</c>, <c>getSession</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecSession", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(Session), ParameterSetName = new[] { List })]
[OutputType(typeof(SessionDetail), ParameterSetName = new[] { List, Detail })]
public sealed class GetExecSessionCommand : ExecListCmdlet<Session>
{
    private readonly List<SessionFilter> _asked = [];

    /// <summary>The identifiers of the sessions to give in full, a request each.</summary>
    [Parameter(ParameterSetName = Detail, Mandatory = true)]
    [ValidateId, CompletesEntity]
    public string[]? Id { get; set; }

    /// <summary>The same as <c>-Id</c>, from input objects: sessions of a list.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? SessionId { get; set; }

    /// <summary>Only sessions of users with these identifiers, or of those with these email addresses.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Only sessions of users with these email addresses, or of those with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Only sessions of scenarios with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>Only sessions of scenarios in collections with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? CollectionId { get; set; }

    /// <summary>Only sessions of scenarios that evaluate skills with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>Only sessions of programs with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? ProgramId { get; set; }

    /// <summary>Only sessions of members of groups with these identifiers.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Only sessions with one of these ranks.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRank]
    [ArgumentCompleter(typeof(RankCompleter))]
    public Rank[]? Rank { get; set; }

    /// <summary>Only sessions from this time on.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? After { get; set; }

    /// <summary>Only sessions up to this time.</summary>
    [Parameter(ParameterSetName = List)]
    [DateTimeTransform]
    public DateTime? Before { get; set; }

    /// <summary>Whether to leave out sessions of the vendor's own users, whose email addresses end in <c>@exec.com</c>.</summary>
    [Parameter(ParameterSetName = List)]
    public SwitchParameter ExcludeSystemUser { get; set; }

    /// <summary>What the sessions are sorted by; the newest come first when it isn't given.</summary>
    [Parameter(ParameterSetName = List)]
    [EnumNameTransform]
    [ValidateRange(SessionSort.CreatedAt, SessionSort.Duration)]
    public SessionSort? SortBy { get; set; }

    /// <summary>Whether to sort downwards; goes with <c>-SortBy</c>.</summary>
    [Parameter(ParameterSetName = List)]
    public SwitchParameter Descending { get; set; }

    /// <summary>Whether each session brings what was said; for single sessions.</summary>
    [Parameter]
    public SwitchParameter IncludeTranscript { get; set; }

    /// <summary>Whether each session brings how it was graded; for single sessions.</summary>
    [Parameter]
    public SwitchParameter IncludeEvaluation { get; set; }

    /// <summary>Asks for single sessions; takes note of what else one input object asks.</summary>
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
        if (InputNamesSomething())
            _asked.Add(Filter());
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListSessions(_asked));

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
