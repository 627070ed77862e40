namespace ExecPS.Report;

/// <summary>The number of assignments with each status. A status that is null counts as Unknown.</summary>
internal sealed class StatusCounts
{
    private readonly int[] _counts = new int[ReportModel.Statuses.Length];

    public StatusCounts(IEnumerable<Assignment> assignments)
    {
        foreach (var assignment in assignments)
            _counts[(int)(assignment.Status ?? AssignmentStatus.Unknown)]++;
    }

    public int this[AssignmentStatus status] => _counts[(int)status];

    public int Total => _counts.Sum();

    public double CompletionRate => Total == 0 ? 0 : (double)this[AssignmentStatus.Completed] / Total;
}

/// <summary>A group of assignments.</summary>
internal sealed record GroupRow(string Name, StatusCounts Counts);

/// <summary>The statuses of assignments by program, scenario, team, or user: the largest groups, and the sum of the others.</summary>
internal sealed record Breakdown(ReportGroup By, IReadOnlyList<GroupRow> Rows, int OtherCount)
{
    public static Breakdown From(ReportGroup by, IEnumerable<(string? Key, string Name, Assignment Row)> rows)
    {
        var groups = rows.GroupBy(row => row.Key ?? "").Select(group => (group.First().Name, Rows: group.Select(row => row.Row).ToList()))
            .OrderByDescending(group => group.Rows.Count).ThenBy(group => group.Name, StringComparer.OrdinalIgnoreCase).ToList();

        // A single other group is shown itself.
        var shown = groups.Count <= ReportModel.MaximumGroups + 1 ? groups.Count : ReportModel.MaximumGroups;
        var result = groups.Take(shown).Select(group => new GroupRow(group.Name, new(group.Rows))).ToList();
        var others = groups.Skip(shown).ToList();
        if (others.Count > 0)
            result.Add(new(FormattableString.Invariant($"Other ({others.Count:N0})"), new(others.SelectMany(group => group.Rows))));
        return new(by, result, others.Count);
    }
}

/// <summary>The open assignments that are due in a week.</summary>
internal sealed record DueWeek(DateTime Start, StatusCounts Counts);

/// <summary>When open assignments are due.</summary>
internal sealed record DueSchedule(IReadOnlyList<DueWeek> Weeks, int Earlier, int Later, int WithoutDate)
{
    private const int MaximumWeeks = 12;

    /// <summary>The weeks from the current one to the last one with an open assignment, at most 12.</summary>
    public static DueSchedule From(IEnumerable<Assignment> assignments, DateTime now)
    {
        var open = assignments.Where(ReportModel.IsOpen).ToList();
        var byWeek = open.Where(row => row.DueDate is not null).ToLookup(row => ReportModel.WeekOf(ReportModel.ToLocal(row.DueDate!.Value)));
        var first = ReportModel.WeekOf(now);
        var end = first.AddDays(7 * MaximumWeeks);
        var last = byWeek.Select(week => week.Key).Where(week => week >= first && week < end).DefaultIfEmpty().Max();
        var weeks = new List<DueWeek>();
        for (var week = first; week <= last; week = week.AddDays(7))
            weeks.Add(new(week, new(byWeek[week])));
        return new(weeks, byWeek.Where(week => week.Key < first).Sum(week => week.Count()), byWeek.Where(week => week.Key >= end).Sum(week => week.Count()), open.Count(row => row.DueDate is null));
    }
}

/// <summary>The number of scores in each range of 10 points. The last range includes 100.</summary>
internal sealed class ScoreDistribution
{
    public ScoreDistribution(IEnumerable<double?> scores)
    {
        foreach (var score in scores)
        {
            if (score is { } value)
                Bins[Math.Min(Math.Max((int)Math.Floor(value / 10), 0), 9)]++;
            else
                WithoutScore++;
        }
    }

    public int[] Bins { get; } = new int[10];

    public int WithoutScore { get; }

    public int Total => Bins.Sum();
}

/// <summary>The scores of the sessions of a week. The statistics are null if there are none.</summary>
internal sealed record ScoreWeek(DateTime Start, int Count, double? Average, double? LowerQuartile, double? Median, double? UpperQuartile);

/// <summary>The scores of sessions by week.</summary>
internal sealed record ScoreTrend(IReadOnlyList<ScoreWeek> Weeks, int EarlierWeeks)
{
    private const int MaximumWeeks = 26;

    /// <summary>The weeks from the first one with a score to the last one, at most the last 26.</summary>
    public static ScoreTrend From(IEnumerable<Session> graded)
    {
        var byWeek = graded.Where(session => session.CreatedAt is not null)
            .ToLookup(session => ReportModel.WeekOf(ReportModel.ToLocal(session.CreatedAt!.Value)), session => session.Score!.Value);
        if (byWeek.Count == 0)
            return new([], 0);

        var (first, last) = (byWeek.Min(week => week.Key), byWeek.Max(week => week.Key));
        var count = (int)(last - first).TotalDays / 7 + 1;
        var shown = Math.Min(count, MaximumWeeks);
        return new([.. Enumerable.Range(1 - shown, shown).Select(index => last.AddDays(7 * index)).Select(start => Describe(start, [.. byWeek[start].OrderBy(score => score)]))], count - shown);
    }

    private static ScoreWeek Describe(DateTime start, double[] scores) => scores.Length == 0
        ? new(start, 0, null, null, null, null)
        : new(start, scores.Length, scores.Average(), Quantile(scores, 0.25), Quantile(scores, 0.5), Quantile(scores, 0.75));

    /// <summary>Interpolates between the two nearest values, like PERCENTILE.INC of Excel.</summary>
    private static double Quantile(double[] sorted, double fraction)
    {
        var position = (sorted.Length - 1) * fraction;
        var index = (int)position;
        return index + 1 == sorted.Length ? sorted[index] : sorted[index] + ((position - index) * (sorted[index + 1] - sorted[index]));
    }
}

/// <summary>A person with overdue assignments.</summary>
internal sealed record OverduePerson(string Name, string? Email, int Count, int? LongestDays, int Assigned);

/// <summary>A person with assignments below the required rank. <c>AttemptsLeft</c> is null if one of them has no limit.</summary>
internal sealed record BelowRankPerson(string Name, string? Email, int Count, IReadOnlyList<string> Scenarios, int? AttemptsLeft);
