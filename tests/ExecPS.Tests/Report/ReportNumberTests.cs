using System.Globalization;
using AngleSharp.Html.Dom;
using ExecPS.Client.Models;

namespace ExecPS.Tests.Report;

/// <summary>Every number of the report of the sandbox, compared with numbers that the tests calculate from the same rows.</summary>
public sealed class ReportNumberTests
{
    private static readonly AssignmentStatus[] s_statuses =
        [AssignmentStatus.Completed, AssignmentStatus.InProgress, AssignmentStatus.NotStarted, AssignmentStatus.PastDue, AssignmentStatus.DidNotPass];

    [Fact]
    public async Task The_tiles_show_the_totals()
    {
        var sample = await ReportSample.SandboxAsync();
        var rows = sample.Assignments;
        var graded = sample.Sessions.Where(session => session is { Score: not null, IsValidAttempt: true }).ToList();

        var tiles = sample.Parse().QuerySelectorAll(".tiles > div").ToDictionary(tile => tile.QuerySelector("dt")!.TextContent, tile => (tile.QuerySelector("dd b")!.TextContent, tile.QuerySelector("dd span")!.TextContent));

        var passed = 0;
        foreach (var row in rows)
        {
            if (row.RankMin is null ? row.Status == AssignmentStatus.Completed : row.BestRank is not null && row.BestRank.CompareTo(row.RankMin) >= 0)
                passed++;
        }

        Assert.Equal(("2,500", "in total"), tiles["Assignments"]);
        Assert.Equal(Number(rows.Count(row => row.Status == AssignmentStatus.Completed)), tiles["Completed"].Item1);
        Assert.Equal(Percent(rows.Count(row => row.Status == AssignmentStatus.Completed), rows.Count), tiles["Completion rate"].Item1);
        Assert.Equal((Number(passed), "reached the required rank, or completed if none is required"), tiles["Passed"]);
        Assert.Equal((Number(rows.Count(row => row.Status == AssignmentStatus.PastDue)), Percent(rows.Count(row => row.Status == AssignmentStatus.PastDue), rows.Count) + " of all"), tiles["Overdue"]);
        Assert.Equal(Number(rows.Count(row => row.Status == AssignmentStatus.DidNotPass)), tiles["Did not pass"].Item1);
        Assert.Equal((Number(sample.Sessions.Count), Number(graded.Count) + " graded"), tiles["Sessions"]);
        Assert.Equal(OneDigit(graded.Sum(session => session.Score!.Value) / graded.Count), tiles["Average score"].Item1);
        Assert.Equal(8, tiles.Count);
    }

    [Fact]
    public async Task The_table_of_all_assignments_has_each_status()
    {
        var sample = await ReportSample.SandboxAsync();

        var table = ReportSample.Table(sample.Parse(), "All assignments by status");

        Assert.Equal(
            s_statuses.Select(status => (Words(status), sample.Assignments.Count(row => row.Status == status)))
                .Select(row => new[] { row.Item1, Number(row.Item2), Percent(row.Item2, 2500) }),
            table);
    }

    [Theory]
    [InlineData("program")]
    [InlineData("scenario")]
    [InlineData("team")]
    [InlineData("user")]
    public async Task A_breakdown_has_the_largest_groups_and_the_sum_of_the_others(string by)
    {
        var sample = await ReportSample.SandboxAsync();
        var pairs = by switch
        {
            "program" => sample.Assignments.Select(row => (Name: row.ProgramName ?? "No program", row)),
            "scenario" => sample.Assignments.Select(row => (Name: row.ScenarioName!, row)),
            "team" => from row in sample.Assignments
                      from name in sample.Members.Where(member => member.UserId == row.UserId).Select(member => member.GroupName!).DefaultIfEmpty("No team")
                      select (Name: name, row),
            _ => sample.Assignments.Select(row => (Name: row.UserName!, row)),
        };
        var groups = pairs.GroupBy(pair => pair.Name, pair => pair.row).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var expected = groups.Take(groups.Count > 13 ? 12 : 13).Select(group => Cells(group.Key, [.. group])).ToList();
        if (groups.Count > 13)
            expected.Add(Cells($"Other ({Number(groups.Count - 12)})", [.. groups.Skip(12).SelectMany(group => group)]));

        var document = sample.Parse();

        Assert.InRange(expected.Count, 2, 13);
        Assert.Equal(expected, ReportSample.Table(document, $"Status by {by}"));

        // The chart has the same rows, and a part for each status that occurs.
        var card = document.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")!.TextContent == $"Status by {by}");
        Assert.Equal(expected.Select(row => row[0]), card.QuerySelectorAll(".bar-name").Select(name => name.TextContent));
        Assert.Equal(expected.Select(row => row.Skip(1).Take(5).Count(cell => cell != "0")), card.QuerySelectorAll(".bars svg").Select(bar => bar.QuerySelectorAll("rect").Length));
        Assert.Equal(expected.Select(row => $"of {row[6]}"), card.QuerySelectorAll(".bar-value").Select(value => value.TextContent.Split(' ', 2)[1]));
        if (groups.Count > 13)
            Assert.Contains($"The 12 largest of {Number(groups.Count)}; Other is the sum of the remaining {Number(groups.Count - 12)}.", card.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);

        static string[] Cells(string name, List<Assignment> rows) =>
        [
            name, .. s_statuses.Select(status => Number(rows.Count(row => row.Status == status))), Number(rows.Count),
            Percent(rows.Count(row => row.Status == AssignmentStatus.Completed), rows.Count),
        ];
    }

    [Fact]
    public async Task The_schedule_has_the_open_assignments_of_each_coming_week()
    {
        var sample = await ReportSample.SandboxAsync();
        var open = sample.Assignments.Where(row => row.Status is AssignmentStatus.NotStarted or AssignmentStatus.InProgress).ToList();
        var monday = new DateTime(2026, 11, 23);
        var expected = new List<string[]>();
        for (var start = monday; start <= open.Max(row => row.DueDate); start = start.AddDays(7))
        {
            var week = open.Where(row => row.DueDate >= start && row.DueDate < start.AddDays(7)).ToList();
            expected.Add([start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Number(week.Count(row => row.Status == AssignmentStatus.InProgress)), Number(week.Count(row => row.Status == AssignmentStatus.NotStarted)), Number(week.Count)]);
        }

        var document = sample.Parse();

        Assert.Equal(expected, ReportSample.Table(document, "Open assignments by the week they are due"));
        Assert.Contains($"{Number(open.Count(row => row.DueDate is null))} without a due date", Section(document, "Due in the coming weeks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_distribution_counts_only_assignments_with_a_score()
    {
        var sample = await ReportSample.SandboxAsync();
        var scored = sample.Assignments.Where(row => row.BestScore is not null).ToList();
        var expected = Enumerable.Range(0, 10).Select(bin => (Label: bin == 9 ? "90 to 100" : $"{bin * 10} to below {bin * 10 + 10}", Count: scored.Count(row => row.BestScore >= bin * 10 && (bin == 9 || row.BestScore < bin * 10 + 10))));

        var document = sample.Parse();

        Assert.Equal(expected.Select(bin => new[] { bin.Label, Number(bin.Count), Percent(bin.Count, scored.Count) }), ReportSample.Table(document, "Scores in ranges of 10 points"));
        Assert.Contains($"Not shown: {Number(2500 - scored.Count)} without a score.", Section(document, "Score distribution"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trend_has_the_scores_of_the_last_26_weeks()
    {
        var sample = await ReportSample.SandboxAsync();
        var graded = sample.Sessions.Where(session => session is { Score: not null, IsValidAttempt: true }).ToList();
        var last = graded.Max(session => session.CreatedAt)!.Value.Date;
        while (last.DayOfWeek != DayOfWeek.Monday)
            last = last.AddDays(-1);
        var expected = new List<string[]>();
        for (var start = last.AddDays(-7 * 25); start <= last; start = start.AddDays(7))
        {
            var scores = graded.Where(session => session.CreatedAt >= start && session.CreatedAt < start.AddDays(7)).Select(session => session.Score!.Value).Order().ToArray();
            expected.Add([start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Number(scores.Length), OneDigit(scores.Average()), OneDigit(Percentile(scores, 25)), OneDigit(Percentile(scores, 50)), OneDigit(Percentile(scores, 75))]);
        }

        Assert.Equal(expected, ReportSample.Table(sample.Parse(), "Scores of graded sessions by week"));

        static double Percentile(double[] sorted, int percent)
        {
            var rank = percent / 100.0 * (sorted.Length - 1);
            var (below, above) = (sorted[(int)Math.Floor(rank)], sorted[(int)Math.Ceiling(rank)]);
            return below + (rank - Math.Floor(rank)) * (above - below);
        }
    }

    [Fact]
    public async Task The_people_with_the_most_overdue_assignments_come_first()
    {
        var sample = await ReportSample.SandboxAsync();
        var people = sample.Assignments.GroupBy(row => row.UserId!).Select(user => (user.First().UserName, user.First().UserEmail, Overdue: user.Where(row => row.Status == AssignmentStatus.PastDue).ToList(), Assigned: user.Count()))
            .Where(person => person.Overdue.Count > 0)
            .Select(person => (person.UserName, person.UserEmail, person.Overdue.Count, Days: person.Overdue.Max(row => (ReportSample.Now.DateTime - row.DueDate!.Value).Days), person.Assigned)).ToList();
        var expected = people.OrderByDescending(person => person.Count).ThenByDescending(person => person.Days).ThenBy(person => person.UserName, StringComparer.OrdinalIgnoreCase).Take(15)
            .Select(person => new[] { person.UserName + person.UserEmail, Number(person.Count), Number(person.Days), Number(person.Assigned) });

        var document = sample.Parse();

        Assert.Equal(expected, ReportSample.Table(document, "People with overdue assignments"));
        Assert.Contains($"{Number(people.Count)} people with overdue assignments.", Section(document, "Most overdue assignments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_people_below_the_required_rank_have_attempts_left()
    {
        var sample = await ReportSample.SandboxAsync();
        var below = sample.Assignments.Where(row => row.Status != AssignmentStatus.Completed && row is { RankMin: not null, BestRank: not null }
            && row.BestRank.CompareTo(row.RankMin) < 0 && (row.AttemptMax is null || row.AttemptMax > row.AttemptCount)).ToList();
        var people = below.GroupBy(row => row.UserId!).Select(user => (
            Name: user.First().UserName, Email: user.First().UserEmail, Count: user.Count(), Scenarios: user.Select(row => row.ScenarioName).Distinct().ToList(),
            Left: user.Any(row => row.AttemptMax is null) ? (int?)null : user.Sum(row => row.AttemptMax!.Value - row.AttemptCount!.Value))).ToList();
        var expected = people.OrderByDescending(person => person.Count).ThenBy(person => person.Left ?? int.MaxValue).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase).Take(15)
            .Select(person => new[]
            {
                person.Name + person.Email, Number(person.Count), person.Left is { } left ? Number(left) : "No limit",
                person.Scenarios[0] + (person.Scenarios.Count > 1 ? $", and {person.Scenarios.Count - 1} more" : ""),
            });

        var document = sample.Parse();

        Assert.Equal(expected, ReportSample.Table(document, "People below the required rank with attempts left"));
        Assert.Contains($"{Number(people.Count)} people below", Section(document, "Below the required rank, with attempts left"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_number_depends_on_the_culture()
    {
        var sample = await ReportSample.SandboxAsync();
        var expected = sample.Render();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "de-DE", "ar-SA", "th-TH", "fa-IR", "tr-TR", "sv-SE" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(expected, sample.Render());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Section(IHtmlDocument document, string heading) =>
        document.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")!.TextContent == heading).TextContent;

    private static string Words(AssignmentStatus status) => status switch
    {
        AssignmentStatus.InProgress => "In progress",
        AssignmentStatus.NotStarted => "Not started",
        AssignmentStatus.PastDue => "Past due",
        AssignmentStatus.DidNotPass => "Did not pass",
        _ => status.ToString(),
    };

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string OneDigit(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) => OneDigit(part * 100.0 / whole) + "%";
}
