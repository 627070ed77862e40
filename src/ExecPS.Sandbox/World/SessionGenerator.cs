namespace ExecPS.Sandbox.World;

/// <summary>
/// Generates sessions: all attempts of assignments, practice without assignments, and sessions without a grade.
/// </summary>
/// <remarks>
/// After a user gets an assignment, all their sessions of that scenario belong to it, so that its attempts and best score match
/// the sessions since.
/// </remarks>
internal sealed class SessionGenerator(SampleWorkspace sample, DateTimeOffset today, int seed)
{
    private const int LongestAgoDays = 300;
    private const int LongGoneDays = 150;
    private const int FreeRuns = 5;

    private readonly SeededRandom _random = SeededRandom.For(seed, "sessions");
    private readonly List<SessionEntry> _sessions = [];
    private readonly DateTime _now = today.UtcDateTime;

    /// <summary>The scenarios that all members can practice.</summary>
    private readonly ScenarioEntry[] _open = [.. sample.ScenarioEntries.Where(scenario => scenario.Definition.Visibility == Visibility.Workspace)];

    public SessionIndex Generate()
    {
        var scenarios = sample.ScenarioEntries.ToDictionary(scenario => scenario.Ref);
        var people = sample.Employees.ToDictionary(person => person.User);
        var given = new Dictionary<(User, ScenarioRef), DateTime>();
        foreach (var assignment in sample.Assignments)
        {
            PracticeFor(assignment, people[assignment.User!], scenarios[assignment.Scenario!]);

            // Newest first, so the first assignment is stored last.
            given[(assignment.User!, assignment.Scenario!)] = assignment.CreatedAt!.Value.ToUniversalTime();
        }

        foreach (var person in sample.Employees)
            PracticeFreely(person, _random.Below(FreeRuns), _now, given);
        PracticeFreely(sample.NonMembers.Support, 3, _now, given);
        PracticeFreely(sample.NonMembers.Quality, 3, _now, given);
        foreach (var person in sample.NonMembers.Former)
            PracticeFreely(person, 4, _now.AddDays(-LongGoneDays), given);

        _sessions.Sort(NewestFirst);
        return new(_sessions);
    }

    private static int NewestFirst(SessionEntry left, SessionEntry right)
    {
        var order = right.CreatedAt.CompareTo(left.CreatedAt);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    private static DateTime Earlier(DateTime? one, DateTime other) => one < other ? one.Value : other;

    private void PracticeFor(Assignment assignment, Person person, ScenarioEntry scenario)
    {
        if (assignment.AttemptCount is not > 0)
            return;

        var from = assignment.CreatedAt!.Value.ToUniversalTime();
        var times = Times(assignment.AttemptCount.Value, from, Earlier(assignment.DueDate?.ToUniversalTime(), _now));
        var scores = ScoreProgression.To(assignment.BestScore!.Value, times.Length, ScoreProgression.TalentOf(person.User), _random);
        for (var attempt = 0; attempt < times.Length; attempt++)
            Add(person, scenario, times[attempt], scores[attempt], assignment);
        if (_random.Percent(7))
            AddUngraded(person, scenario, from, times[times.Length - 1], assignment);
    }

    private void PracticeFreely(Person person, int runs, DateTime latest, Dictionary<(User, ScenarioRef), DateTime> given)
    {
        var talent = ScoreProgression.TalentOf(person.User);
        for (var run = 0; run < runs; run++)
        {
            var scenario = _random.OneOf(_open);
            var to = scenario.IsArchived ? Earlier(_now.AddDays(-LongGoneDays), latest) : latest;
            if (given.TryGetValue((person.User, scenario.Ref), out var time))
                to = Earlier(time, to);
            var from = _now.AddDays(-LongestAgoDays);
            if (to > from.AddDays(60))
                from = to.AddDays(-_random.Between(5, 60));
            var times = Times(_random.Between(1, 4), from, to);
            var scores = ScoreProgression.Of(talent, times.Length, _random);
            for (var attempt = 0; attempt < times.Length; attempt++)
                Add(person, scenario, times[attempt], scores[attempt], null);
            if (_random.Percent(10))
                AddUngraded(person, scenario, from, to, null);
        }
    }

    private void Add(Person person, ScenarioEntry scenario, DateTime time, double score, Assignment? assignment) =>
        _sessions.Add(new(_random.Next(), person, scenario, time, _random.Between(150, 720), score, assignment));

    /// <summary>Adds a session that was abandoned or not graded.</summary>
    private void AddUngraded(Person person, ScenarioEntry scenario, DateTime from, DateTime to, Assignment? assignment)
    {
        int? duration = _random.Below(4) switch
        {
            0 => null,
            1 => _random.Between(150, 600),
            _ => _random.Between(6, 75),
        };
        _sessions.Add(new(_random.Next(), person, scenario, Times(1, from, to)[0], duration, null, assignment));
    }

    /// <summary>Sorted random times in a range, most of them in the daytime.</summary>
    private DateTime[] Times(int count, DateTime from, DateTime to)
    {
        var times = new DateTime[count];
        var seconds = (int)(to - from).TotalSeconds;
        for (var place = 0; place < count; place++)
        {
            var time = from.AddSeconds(_random.Between(seconds / 50, seconds - (seconds / 50)));
            var daytime = time.Date.AddHours(7).AddSeconds(Math.Floor(time.TimeOfDay.TotalSeconds / 2));
            times[place] = daytime > from && daytime < to ? daytime : time;
        }

        Array.Sort(times);
        return times;
    }
}
