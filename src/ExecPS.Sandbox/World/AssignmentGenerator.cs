namespace ExecPS.Sandbox.World;

/// <summary>
/// Generates assignments. The status is chosen first, and then dates, attempts, a score, and a rank that match it.
/// </summary>
internal sealed class AssignmentGenerator(SampleWorkspace sample, DateTimeOffset today, SeededRandom random, IdSource ids)
{
    private const int TriesForNewTask = 8;
    private const int MostAttempts = 6;
    private const int HourDue = 17;

    private readonly HashSet<(User, ScenarioRef, ProgramRef?)> _given = [];

    public IReadOnlyList<Assignment> Generate(int count)
    {
        var statuses = new StatusDistribution();
        var made = new (DateTimeOffset Created, Assignment Assignment)[count];
        for (var place = 0; place < count; place++)
            made[place] = MakeOne(statuses.Next());

        Array.Sort(made, NewestFirst);
        return Array.ConvertAll(made, one => one.Assignment);
    }

    private static int NewestFirst((DateTimeOffset Created, Assignment Assignment) left, (DateTimeOffset Created, Assignment Assignment) right)
    {
        var order = right.Created.CompareTo(left.Created);
        return order != 0 ? order : string.CompareOrdinal(left.Assignment.Id, right.Assignment.Id);
    }

    private (DateTimeOffset Created, Assignment Assignment) MakeOne(AssignmentStatus status)
    {
        var (user, scenario, program) = NewTask();
        var required = Requirements.For(status, random);
        var (attempts, score) = Outcome(status, required);
        var (created, due) = Dates(status);
        return (created, new()
        {
            Id = ids.Next(),
            Status = status,
            DueDate = due?.LocalDateTime,
            BestScore = score,
            BestRank = score is { } best ? Score.RankOf(best) : null,
            AttemptCount = attempts,
            AttemptMin = required.AttemptMin,
            AttemptMax = required.AttemptMax,
            RankMin = required.RankMin,
            CreatedAt = created.LocalDateTime,
            User = user,
            Scenario = scenario,
            Program = program,
        });
    }

    /// <summary>Avoids assigning the same scenario to the same user twice while other combinations are left.</summary>
    private (User, ScenarioRef, ProgramRef?) NewTask()
    {
        for (var tried = 1; ; tried++)
        {
            var user = random.OneOf(sample.Users);
            var program = random.Percent(60) ? random.Below(sample.Programs.Count) : -1;
            var scenario = program < 0 ? random.Below(sample.Scenarios.Count) : random.OneOf(Catalog.Programs[program].Scenarios);
            var task = (user, sample.Scenarios[scenario], program < 0 ? null : sample.Programs[program]);
            if (_given.Add(task) || tried == TriesForNewTask)
                return task;
        }
    }

    private (int Attempts, double? Score) Outcome(AssignmentStatus status, Requirements required)
    {
        switch (status)
        {
            case AssignmentStatus.Completed:
                var most = required.AttemptMax ?? Math.Max(MostAttempts, required.FewestAttempts);
                return (random.Between(required.FewestAttempts, most), Score.Reaching(required.RankMin, random));
            case AssignmentStatus.DidNotPass:
                return (required.AttemptMax!.Value, Score.Below(required.RankMin!, random));
            case AssignmentStatus.InProgress:
            case AssignmentStatus.PastDue when random.Percent(45):
                return Unfinished(required);
            default:
                return (0, null);
        }
    }

    /// <summary>Some attempts, with some left: either too few attempts, or a score that is too low.</summary>
    private (int Attempts, double Score) Unfinished(Requirements required)
    {
        if (required.RankMin is not { } rank)
            return (random.Between(1, required.FewestAttempts - 1), Score.Reaching(null, random));

        var attempts = random.Between(1, (required.AttemptMax ?? MostAttempts) - 1);
        return (attempts, attempts < required.FewestAttempts ? Score.Reaching(null, random) : Score.Below(rank, random));
    }

    private (DateTimeOffset Created, DateTimeOffset? Due) Dates(AssignmentStatus status)
    {
        switch (status)
        {
            case AssignmentStatus.PastDue:
                var daysLate = random.Percent(40) ? random.Between(1, 14) : random.Between(15, 90);
                return (Created(daysLate + random.Between(7, 45)), Due(-daysLate));
            case AssignmentStatus.NotStarted:
                return (Created(random.Between(1, 20)), random.Percent(25) ? null : DueSoon());
            case AssignmentStatus.InProgress:
                return (Created(random.Between(3, 45)), random.Percent(25) ? null : DueSoon());
            default:
                var daysOld = random.Between(10, 270);
                return (Created(daysOld), random.Percent(20) ? null : Due(random.Between(14, 45) - daysOld));
        }
    }

    private DateTimeOffset DueSoon() => Due(random.Percent(30) ? random.Between(1, 6) : random.Between(7, 45));

    private DateTimeOffset Due(int days) => today.AddDays(days).AddHours(HourDue);

    private DateTimeOffset Created(int daysAgo) =>
        today.AddDays(-daysAgo).AddHours(random.Between(7, 18)).AddMinutes(random.Below(60)).AddSeconds(random.Below(60));
}
