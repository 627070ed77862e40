using System.Globalization;
using ExecPS.Client.Filters;
using ExecPS.Client.Requests;

namespace ExecPS.Commands;

/// <summary>Assigns scenarios to users, who are notified (<c>assignScenario</c>).</summary>
[Cmdlet(VerbsCommon.New, "ExecAssignment", DefaultParameterSetName = ById, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Assignment))]
public sealed class NewExecAssignmentCommand : ExecWriteCmdlet
{
    private static readonly AssignmentStatus[] s_open = [AssignmentStatus.NotStarted, AssignmentStatus.InProgress, AssignmentStatus.PastDue];

    private readonly List<(string ScenarioId, AssignScenarioRequest Request)> _collected = [];

    /// <summary>The IDs of the scenarios. Each is assigned to each user.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>The names of the scenarios, which can contain wildcards. Each is assigned to each user.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? ScenarioName { get; set; }

    /// <summary>The email addresses of the users.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>When the assignments are due. A date without a time means the end of that day.</summary>
    [Parameter(Position = 2, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [DateTimeTransform]
    public DateTime DueDate { get; set; }

    /// <summary>The email address of the user whom the notification names as the assigner.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string? AssignerEmail { get; set; }

    /// <summary>The number of attempts required.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform]
    public int? AttemptMin { get; set; }

    /// <summary>The number of attempts allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform]
    public int? AttemptMax { get; set; }

    /// <summary>The rank required to pass: Bronze, Silver, or Gold.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateRank(allowUnranked: false)]
    [ArgumentCompleter(typeof(RankCompleter))]
    public Rank? RankMin { get; set; }

    /// <summary>Text that is added to the notification.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? CustomMessage { get; set; }

    /// <summary>Skips users who already have an assignment of the scenario that is NotStarted, InProgress, or PastDue.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>Allows a due date in the past.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Assigns the scenarios of one input object or, with <c>-SkipExisting</c>, collects it.</summary>
    protected override void ProcessRecord()
    {
        if (!AcceptInput())
            return;

        if (!SkipExisting)
            Expect((long)ScenarioId!.Length * UserEmail!.Length, isTotal: !MyInvocation.ExpectingInput);
        foreach (var scenario in ScenarioId!)
        {
            foreach (var email in UserEmail!)
            {
                var request = new AssignScenarioRequest
                {
                    UserEmail = email, DueDate = EndOfDay(DueDate), AssignerEmail = AssignerEmail, AttemptMin = AttemptMin, AttemptMax = AttemptMax,
                    RankMin = RankMin, CustomMessage = NullIfEmpty(CustomMessage),
                };
                if (!IsValid(scenario, request))
                    continue;
                if (SkipExisting)
                    _collected.Add((scenario, request));
                else
                    Assign(scenario, request);
            }
        }
    }

    /// <summary>Assigns the collected records whose user doesn't have the assignment.</summary>
    protected override void EndProcessing()
    {
        if (_collected.Count > 0)
        {
            var existing = ReadExisting();
            Expect(_collected.Count, isTotal: true);
            foreach (var (scenario, request) in _collected)
            {
                if (!existing.Add(Key(scenario, request.UserEmail)))
                    WriteVerbose($"Skipped {request.UserEmail}, who already has an open assignment of {NameOf(EntityKind.Scenario, scenario)}.");
                else
                    Assign(scenario, request);
            }
        }

        base.EndProcessing();
    }

    private void Assign(string scenario, AssignScenarioRequest request)
    {
        var assignment = Send(
            $"Assign {NameOf(EntityKind.Scenario, scenario)} to {request.UserEmail}, due {Describe(request.DueDate)}", Record(scenario, request),
            $"Get-ExecAssignment -ScenarioId {scenario} -UserEmail {request.UserEmail}",
            (notices, stop) => Client.AssignScenarioAsync(scenario, request, notices, stop));
        if (assignment is not null)
            WriteObject(assignment);
    }

    /// <summary>The users who have one of the assignments, as keys, in the fewest requests.</summary>
    private HashSet<string> ReadExisting()
    {
        var listing = Client.ListAssignments(_collected.Select(record => new AssignmentFilter
        {
            ScenarioIds = [record.ScenarioId], UserEmails = [record.Request.UserEmail], Statuses = s_open,
        }));
        return [.. ReadAll(listing).Select(assignment => Key(assignment.ScenarioId, assignment.UserEmail))];
    }

    private bool IsValid(string scenario, AssignScenarioRequest request)
    {
        if (request.AttemptMin < 1 || request.AttemptMax < 1)
        {
            RejectRecord("ExecAttemptNotPositive", "-AttemptMin and -AttemptMax must be 1 or more.", "Correct the value, or omit the parameter.", Record(scenario, request));
            return false;
        }

        if (request.AttemptMin > request.AttemptMax)
        {
            RejectRecord("ExecAttemptRangeInvalid", $"-AttemptMin ({request.AttemptMin}) must not be greater than -AttemptMax ({request.AttemptMax}).",
                "Correct one of the values.", Record(scenario, request));
            return false;
        }

        if (!Force && request.DueDate.ToUniversalTime() < DateTime.UtcNow)
        {
            RejectRecord("ExecDueDateInPast", $"-DueDate ({Describe(request.DueDate)}) is in the past.",
                "Specify a later date, or use -Force.", Record(scenario, request));
            return false;
        }

        return true;
    }

    private static DateTime EndOfDay(DateTime due) =>
        due.Kind != DateTimeKind.Utc && due.TimeOfDay == TimeSpan.Zero ? due.AddDays(1).AddSeconds(-1) : due;

    private static string Describe(DateTime due)
    {
        var local = due.ToLocalTime();
        return local.ToString(EndOfDay(local.Date) == local ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Key(string? scenario, string? email) => $"{scenario} {email?.ToUpperInvariant()}";

    private static WriteRecord Record(string scenario, AssignScenarioRequest request) => new WriteRecord()
        .Add(nameof(ScenarioId), scenario)
        .Add(nameof(UserEmail), request.UserEmail)
        .Add(nameof(DueDate), request.DueDate)
        .Add(nameof(AssignerEmail), request.AssignerEmail)
        .Add(nameof(AttemptMin), request.AttemptMin)
        .Add(nameof(AttemptMax), request.AttemptMax)
        .Add(nameof(RankMin), request.RankMin)
        .Add(nameof(CustomMessage), request.CustomMessage);
}
