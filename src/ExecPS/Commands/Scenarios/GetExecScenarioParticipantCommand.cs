using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists what each participant of scenarios has reached (<c>getScenarioAnalyticsParticipants</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioParticipant", SupportsPaging = true)]
[OutputType(typeof(ScenarioParticipant))]
public sealed class GetExecScenarioParticipantCommand : ExecListCmdlet<ScenarioParticipant>
{
    private readonly List<(string ScenarioId, AnalyticsFilter Filter)> _asked = [];

    /// <summary>The scenarios' identifiers.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>Only what users with these identifiers did, or those with these email addresses.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Only what users with these email addresses did, or those with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Only what members of groups with these identifiers did.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Only sessions from this time on.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? After { get; set; }

    /// <summary>Only sessions up to this time.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? Before { get; set; }

    /// <summary>Whether to leave out the vendor's own users, whose email addresses end in <c>@exec.com</c>.</summary>
    [Parameter]
    public SwitchParameter ExcludeSystemUser { get; set; }

    /// <summary>What the participants of each scenario are sorted by; the best score first when it isn't given.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(ParticipantSort.BestScore, ParticipantSort.SessionCount)]
    public ParticipantSort? SortBy { get; set; }

    /// <summary>Whether to sort downwards; goes with <c>-SortBy</c>.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>Takes note of what one input object asks; the requests go when all are known.</summary>
    protected override void ProcessRecord()
    {
        RequireOrder(nameof(After), After, nameof(Before), Before);
        RequireSortBy(SortBy, Descending);
        if (!InputNamesSomething())
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
        _asked.AddRange(ScenarioId!.Select(scenario => (scenario, filter)));
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListScenarioParticipants(_asked));
}
