namespace ExecPS.Report;

/// <summary>The numbers of a report, without their presentation.</summary>
internal sealed class ReportModel
{
    /// <summary>The most groups in a chart. The others are summed.</summary>
    public const int MaximumGroups = 12;

    /// <summary>The most people in a table.</summary>
    public const int MaximumPeople = 15;

    /// <summary>The statuses in the order of the charts.</summary>
    public static readonly AssignmentStatus[] Statuses =
        [AssignmentStatus.Completed, AssignmentStatus.InProgress, AssignmentStatus.NotStarted, AssignmentStatus.PastDue, AssignmentStatus.DidNotPass, AssignmentStatus.Unknown];

    private readonly ReportInput _input;

    /// <param name="input">The assignments, sessions, and group members.</param>
    /// <param name="groups">What to group by.</param>
    /// <param name="now">When the report is made, in local time.</param>
    public ReportModel(ReportInput input, IEnumerable<ReportGroup> groups, DateTimeOffset now)
    {
        (_input, Now, Counts) = (input, now, new(input.Assignments));
        Breakdowns = HasAssignments ? [.. groups.Distinct().Select(BreakDown)] : [];
        Passed = input.Assignments.Count(HasPassed);
        Schedule = DueSchedule.From(input.Assignments, now.DateTime);
        Scores = HasAssignments ? new(input.Assignments.Select(assignment => assignment.BestScore)) : new(Graded.Select(session => session.Score));
        Trend = ScoreTrend.From(Graded);
        Overdue = FindOverdue();
        BelowRank = FindBelowRank();
    }

    public DateTimeOffset Now { get; }

    public bool HasAssignments => _input.Assignments.Count > 0;

    public StatusCounts Counts { get; }

    /// <summary>Gets the number of assignments whose best rank is at least the required one or, if none is required, that are completed.</summary>
    public int Passed { get; }

    public int SessionCount => _input.Sessions.Count;

    /// <summary>Gets the sessions that count as attempts and have a score.</summary>
    public IEnumerable<Session> Graded => _input.Sessions.Where(session => session.Score is not null && session.IsValidAttempt != false);

    public IReadOnlyList<Breakdown> Breakdowns { get; }

    public DueSchedule Schedule { get; }

    public ScoreDistribution Scores { get; }

    public ScoreTrend Trend { get; }

    public IReadOnlyList<OverduePerson> Overdue { get; }

    public IReadOnlyList<BelowRankPerson> BelowRank { get; }

    /// <summary>Converts a time of an input object to local time. Times of CSV files have no kind and are local.</summary>
    public static DateTime ToLocal(DateTime time) => time.Kind == DateTimeKind.Utc ? time.ToLocalTime() : time;

    /// <summary>Gets the Monday of the week of a date.</summary>
    public static DateTime WeekOf(DateTime time) => time.Date.AddDays(-(((int)time.DayOfWeek + 6) % 7));

    public static bool IsOpen(Assignment assignment) => assignment.Status is AssignmentStatus.NotStarted or AssignmentStatus.InProgress;

    private static bool HasPassed(Assignment assignment) =>
        assignment.RankMin is { } required ? assignment.BestRank >= required : assignment.Status == AssignmentStatus.Completed;

    private static string UserKey(Assignment assignment) => assignment.UserId ?? assignment.UserEmail?.ToUpperInvariant() ?? assignment.UserName ?? "";

    private Breakdown BreakDown(ReportGroup by) => by switch
    {
        ReportGroup.Program => Breakdown.From(by, _input.Assignments.Select(row => (row.ProgramId ?? row.ProgramName, row.ProgramName ?? row.ProgramId ?? "No program", row))),
        ReportGroup.Scenario => Breakdown.From(by, _input.Assignments.Select(row => (row.ScenarioId ?? row.ScenarioName, row.Scenario?.ToString() ?? "No scenario", row))),
        ReportGroup.Team => Breakdown.From(by, ByTeam()),
        _ => Breakdown.From(by, _input.Assignments.Select(row => ((string?)UserKey(row), row.UserName ?? "No user", row))),
    };

    /// <summary>Pairs each assignment with each group of its user.</summary>
    private IEnumerable<(string? Key, string Name, Assignment Row)> ByTeam()
    {
        var byId = _input.Members.ToLookup(member => member.UserId, StringComparer.Ordinal);
        var byEmail = _input.Members.ToLookup(member => member.UserEmail, StringComparer.OrdinalIgnoreCase);
        foreach (var row in _input.Assignments)
        {
            var members = row.UserId is { } id && byId.Contains(id) ? byId[id] : row.UserEmail is { } email ? byEmail[email] : [];
            var groups = members.Select(member => (Key: member.GroupId ?? member.GroupName, Name: member.GroupName ?? member.GroupId!)).GroupBy(group => group.Key).Select(group => group.First()).ToList();
            foreach (var (key, name) in groups)
                yield return (key, name, row);
            if (groups.Count == 0)
                yield return (null, "No team", row);
        }
    }

    private List<OverduePerson> FindOverdue()
    {
        var assigned = _input.Assignments.GroupBy(UserKey).ToDictionary(user => user.Key, user => user.Count());
        return [.. _input.Assignments.Where(row => row.Status == AssignmentStatus.PastDue).GroupBy(UserKey)
            .Select(user => new OverduePerson(NameOf(user), user.First().UserEmail, user.Count(), user.Max(DaysOverdue), assigned[user.Key]))
            .OrderByDescending(person => person.Count).ThenByDescending(person => person.LongestDays).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private int? DaysOverdue(Assignment row) => row.DueDate is { } due ? Math.Max((int)(Now.DateTime - ToLocal(due)).TotalDays, 0) : null;

    private List<BelowRankPerson> FindBelowRank() =>
        [.. _input.Assignments
            .Where(row => row.Status != AssignmentStatus.Completed && row.BestRank is { } best && best != Rank.Unknown && best < row.RankMin && row.AttemptsLeft != 0)
            .GroupBy(UserKey)
            .Select(user => new BelowRankPerson(
                NameOf(user), user.First().UserEmail, user.Count(), [.. user.Select(row => row.Scenario?.ToString() ?? "No scenario").Distinct()],
                user.Any(row => row.AttemptMax is null) ? null : user.Sum(row => row.AttemptsLeft)))
            .OrderByDescending(person => person.Count).ThenBy(person => person.AttemptsLeft ?? int.MaxValue).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];

    private static string NameOf(IEnumerable<Assignment> user) => user.First().UserName ?? "No user";
}
