using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>
/// Gives scenarios to people. It deals the status first, then what fits it, so that every assignment is consistent: its
/// dates, attempts, score and rank say what its status says.
/// </summary>
internal sealed class AssignmentMaker(SandboxWorkspace world, DateTimeOffset today, Numbers numbers, IdSource ids)
{
    private const int TriesForNewTask = 8;
    private const int MostAttempts = 6;
    private const int HourDue = 17;

    private readonly HashSet<(User, ScenarioRef, ProgramRef?)> _given = [];

    public IReadOnlyList<Assignment> Make(int count)
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
        var required = Requirements.For(status, numbers);
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

    /// <summary>Nobody is given the same thing twice, as long as there is something else to give.</summary>
    private (User, ScenarioRef, ProgramRef?) NewTask()
    {
        for (var tried = 1; ; tried++)
        {
            var user = numbers.OneOf(world.Users);
            var program = numbers.Percent(60) ? numbers.Below(world.Programs.Count) : -1;
            var scenario = program < 0 ? numbers.Below(world.Scenarios.Count) : numbers.OneOf(Catalogue.Programs[program].Scenarios);
            var task = (user, world.Scenarios[scenario], program < 0 ? null : world.Programs[program]);
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
                return (numbers.Between(required.FewestAttempts, most), Score.Reaching(required.RankMin, numbers));
            case AssignmentStatus.DidNotPass:
                return (required.AttemptMax!.Value, Score.Below(required.RankMin!, numbers));
            case AssignmentStatus.InProgress:
            case AssignmentStatus.PastDue when numbers.Percent(45):
                return Unfinished(required);
            default:
                return (0, null);
        }
    }

    /// <summary>Some attempts, with some left: too few of them, or of too little worth.</summary>
    private (int Attempts, double Score) Unfinished(Requirements required)
    {
        if (required.RankMin is not { } rank)
            return (numbers.Between(1, required.FewestAttempts - 1), Score.Reaching(null, numbers));

        var attempts = numbers.Between(1, (required.AttemptMax ?? MostAttempts) - 1);
        return (attempts, attempts < required.FewestAttempts ? Score.Reaching(null, numbers) : Score.Below(rank, numbers));
    }

    private (DateTimeOffset Created, DateTimeOffset? Due) Dates(AssignmentStatus status)
    {
        switch (status)
        {
            case AssignmentStatus.PastDue:
                var daysLate = numbers.Percent(40) ? numbers.Between(1, 14) : numbers.Between(15, 90);
                return (Created(daysLate + numbers.Between(7, 45)), Due(-daysLate));
            case AssignmentStatus.NotStarted:
                return (Created(numbers.Between(1, 20)), numbers.Percent(25) ? null : DueSoon());
            case AssignmentStatus.InProgress:
                return (Created(numbers.Between(3, 45)), numbers.Percent(25) ? null : DueSoon());
            default:
                var daysOld = numbers.Between(10, 270);
                return (Created(daysOld), numbers.Percent(20) ? null : Due(numbers.Between(14, 45) - daysOld));
        }
    }

    private DateTimeOffset DueSoon() => Due(numbers.Percent(30) ? numbers.Between(1, 6) : numbers.Between(7, 45));

    private DateTimeOffset Due(int days) => today.AddDays(days).AddHours(HourDue);

    private DateTimeOffset Created(int daysAgo) =>
        today.AddDays(-daysAgo).AddHours(numbers.Between(7, 18)).AddMinutes(numbers.Below(60)).AddSeconds(numbers.Below(60));
}
