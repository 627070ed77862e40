using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>
/// Lets people practise: every attempt that an assignment counts, what they did of their own accord, and what came to
/// nothing.
/// </summary>
/// <remarks>
/// Once somebody was given a scenario, they practise it for that alone, so that what an assignment says can be found in the
/// sessions since.
/// </remarks>
internal sealed class SessionMaker(SandboxWorkspace world, DateTimeOffset today, int seed)
{
    private const int LongestAgoDays = 300;
    private const int LongGoneDays = 150;
    private const int FreeRuns = 5;

    private readonly Numbers _numbers = Numbers.For(seed, "sessions");
    private readonly List<SessionEntry> _sessions = [];
    private readonly DateTime _now = today.UtcDateTime;

    /// <summary>What anybody may practise.</summary>
    private readonly ScenarioEntry[] _open = [.. world.ScenarioEntries.Where(scenario => scenario.Facts.Visibility == Visibility.Workspace)];

    public SessionBook Make()
    {
        var scenarios = world.ScenarioEntries.ToDictionary(scenario => scenario.Ref);
        var people = world.Employees.ToDictionary(person => person.User);
        var given = new Dictionary<(User, ScenarioRef), DateTime>();
        foreach (var assignment in world.Assignments)
        {
            PractiseFor(assignment, people[assignment.User!], scenarios[assignment.Scenario!]);

            // The newest come first, so the first time is noted last.
            given[(assignment.User!, assignment.Scenario!)] = assignment.CreatedAt!.Value.ToUniversalTime();
        }

        foreach (var person in world.Employees)
            PractiseFreely(person, _numbers.Below(FreeRuns), _now, given);
        PractiseFreely(world.Outsiders.Support, 3, _now, given);
        PractiseFreely(world.Outsiders.Quality, 3, _now, given);
        foreach (var person in world.Outsiders.Former)
            PractiseFreely(person, 4, _now.AddDays(-LongGoneDays), given);

        _sessions.Sort(NewestFirst);
        return new(_sessions);
    }

    private static int NewestFirst(SessionEntry left, SessionEntry right)
    {
        var order = right.CreatedAt.CompareTo(left.CreatedAt);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    private static DateTime Earlier(DateTime? one, DateTime other) => one < other ? one.Value : other;

    private void PractiseFor(Assignment assignment, Person person, ScenarioEntry scenario)
    {
        if (assignment.AttemptCount is not > 0)
            return;

        var from = assignment.CreatedAt!.Value.ToUniversalTime();
        var times = Times(assignment.AttemptCount.Value, from, Earlier(assignment.DueDate?.ToUniversalTime(), _now));
        var scores = ScoreProgression.To(assignment.BestScore!.Value, times.Length, ScoreProgression.TalentOf(person.User), _numbers);
        for (var attempt = 0; attempt < times.Length; attempt++)
            Add(person, scenario, times[attempt], scores[attempt], assignment);
        if (_numbers.Percent(7))
            AddUngraded(person, scenario, from, times[times.Length - 1], assignment);
    }

    private void PractiseFreely(Person person, int runs, DateTime latest, Dictionary<(User, ScenarioRef), DateTime> given)
    {
        var talent = ScoreProgression.TalentOf(person.User);
        for (var run = 0; run < runs; run++)
        {
            var scenario = _numbers.OneOf(_open);
            var to = scenario.IsArchived ? Earlier(_now.AddDays(-LongGoneDays), latest) : latest;
            if (given.TryGetValue((person.User, scenario.Ref), out var time))
                to = Earlier(time, to);
            var from = _now.AddDays(-LongestAgoDays);
            if (to > from.AddDays(60))
                from = to.AddDays(-_numbers.Between(5, 60));
            var times = Times(_numbers.Between(1, 4), from, to);
            var scores = ScoreProgression.Of(talent, times.Length, _numbers);
            for (var attempt = 0; attempt < times.Length; attempt++)
                Add(person, scenario, times[attempt], scores[attempt], null);
            if (_numbers.Percent(10))
                AddUngraded(person, scenario, from, to, null);
        }
    }

    private void Add(Person person, ScenarioEntry scenario, DateTime time, double score, Assignment? assignment) =>
        _sessions.Add(new(_numbers.Next(), person, scenario, time, _numbers.Between(150, 720), score, assignment));

    /// <summary>One that was broken off, or that nobody graded.</summary>
    private void AddUngraded(Person person, ScenarioEntry scenario, DateTime from, DateTime to, Assignment? assignment)
    {
        int? duration = _numbers.Below(4) switch
        {
            0 => null,
            1 => _numbers.Between(150, 600),
            _ => _numbers.Between(6, 75),
        };
        _sessions.Add(new(_numbers.Next(), person, scenario, Times(1, from, to)[0], duration, null, assignment));
    }

    /// <summary>So many times between two, in their order; most of them in the daytime.</summary>
    private DateTime[] Times(int count, DateTime from, DateTime to)
    {
        var times = new DateTime[count];
        var seconds = (int)(to - from).TotalSeconds;
        for (var place = 0; place < count; place++)
        {
            var time = from.AddSeconds(_numbers.Between(seconds / 50, seconds - (seconds / 50)));
            var daytime = time.Date.AddHours(7).AddSeconds(Math.Floor(time.TimeOfDay.TotalSeconds / 2));
            times[place] = daytime > from && daytime < to ? daytime : time;
        }

        Array.Sort(times);
        return times;
    }
}
