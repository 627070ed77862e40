using System.Text;
using System.Text.RegularExpressions;
using ExecPS.Client.Models;
using ExecPS.Report;

namespace ExecPS.Tests.Report;

/// <summary>The structure of a report: self-contained, accessible, and correct for rows with missing and hostile values.</summary>
public sealed class ReportStructureTests
{
    [Fact]
    public async Task A_report_is_small_and_self_contained()
    {
        var sample = await ReportSample.SandboxAsync();
        var html = sample.Render();
        var document = sample.Parse();

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 10_000, 200_000);
        Assert.Empty(document.QuerySelectorAll("script, link, img, iframe, object, embed, form, base"));
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.All(Regex.Matches(html, @"url\(([^)]*)\)"), match => Assert.StartsWith("#", match.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "href" or "src");
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; img-src data:", document.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"));
    }

    [Fact]
    public void A_report_of_as_many_groups_as_assignments_is_small_too()
    {
        var rows = Enumerable.Range(0, 2500).Select(index => new Assignment
        {
            Id = $"a{index}", Status = AssignmentStatus.PastDue, BestRank = Rank.Bronze, RankMin = Rank.Gold, BestScore = 60,
            User = new() { Id = $"u{index}", FirstName = new string('é', 500), Email = $"{new string('x', 200)}{index}@larkfield.example" },
            Scenario = new() { Id = $"s{index}", Name = new string('<', 500) }, Program = new() { Id = $"p{index}", Name = new string('&', 500) },
        });

        Assert.InRange(Encoding.UTF8.GetByteCount(new ReportSample { Assignments = [.. rows] }.Render()), 10_000, 500_000);
    }

    [Fact]
    public async Task A_report_has_one_main_heading_and_a_heading_for_each_section()
    {
        var document = (await ReportSample.SandboxAsync()).Parse("Q4 & more");

        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("UTF-8", document.CharacterSet, ignoreCase: true);
        Assert.Equal("Q4 & more", document.Title);
        Assert.Equal("Q4 & more", document.QuerySelectorAll("h1").Single().TextContent);
        Assert.Equal(
            ["Summary", "Status of all assignments", "Status by program", "Status by scenario", "Status by team", "Status by user", "Due in the coming weeks", "Score distribution",
                "Scores by week", "Most overdue assignments", "Below the required rank, with attempts left"],
            document.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(document.QuerySelectorAll("section").Length, document.QuerySelectorAll("section > h2").Length);
        Assert.Empty(document.QuerySelectorAll("h3, h4, h5, h6"));
    }

    [Fact]
    public async Task Every_chart_has_a_label_and_a_table_with_a_caption_and_scopes()
    {
        var document = (await ReportSample.SandboxAsync()).Parse();
        var cards = document.QuerySelectorAll("section.card");

        foreach (var card in cards)
        {
            Assert.Single(card.QuerySelectorAll("table"));
            Assert.NotEmpty(card.QuerySelector("caption")!.TextContent);
            Assert.All(card.QuerySelectorAll("thead th"), cell => Assert.Equal("col", cell.GetAttribute("scope")));
            Assert.All(card.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.QuerySelectorAll("th").Single().GetAttribute("scope")));
            Assert.All(card.QuerySelectorAll("svg"), svg => Assert.NotNull(svg.Closest("[role=img][aria-label], [aria-hidden=true]")));
        }

        Assert.Equal(8, cards.Count(card => card.QuerySelector("[role=img][aria-label]") is not null));
    }

    [Fact]
    public async Task The_time_and_the_offset_of_the_report_are_stated()
    {
        var time = (await ReportSample.SandboxAsync()).Parse().QuerySelector("header time")!;

        Assert.Equal("2026-11-25 14:30 (UTC+05:30)", time.TextContent);
        Assert.Equal("2026-11-25T14:30:00+05:30", time.GetAttribute("datetime"));
    }

    [Fact]
    public void Text_is_never_markup_and_contains_no_control_characters()
    {
        const string Hostile = "<script>alert(1)</script>\"'&\u202Eevil\u0007\u001b[31m\u2028\ud800</td>";
        var sample = new ReportSample
        {
            Assignments =
            [
                new()
                {
                    Id = "a", Status = AssignmentStatus.PastDue, RankMin = Rank.Gold, BestRank = Rank.Bronze, DueDate = ReportSample.Now.DateTime.AddDays(-3),
                    User = new() { Id = "u", FirstName = Hostile, Email = Hostile + "@x" }, Scenario = new() { Id = "s", Name = Hostile }, Program = new() { Id = "p", Name = Hostile },
                },
            ],
            Members = [new() { GroupId = "g", GroupName = Hostile, UserId = "u" }],
        };

        var html = sample.Render(Hostile);
        var document = sample.Parse(Hostile);

        Assert.Empty(document.QuerySelectorAll("script"));
        Assert.DoesNotContain(html, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\u2028', html);
        Assert.StartsWith("<script>alert(1)</script>\"'&evil", document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.All(document.QuerySelectorAll(".bar-name"), name => Assert.StartsWith("<script>", name.TextContent, StringComparison.Ordinal));
        Assert.Equal(html, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(html)));
    }

    [Fact]
    public void Missing_values_are_never_counted_as_zero()
    {
        var sample = new ReportSample { Assignments = [new() { Id = "a" }, new() { Id = "b", Status = AssignmentStatus.PastDue }, new() { Id = "c", Status = AssignmentStatus.InProgress, RankMin = Rank.Gold }], Sessions = [new() { Id = "s" }] };

        var document = sample.Parse();

        Assert.Equal([["Completed", "0", "0.0%"], ["In progress", "1", "33.3%"], ["Not started", "0", "0.0%"], ["Past due", "1", "33.3%"], ["Did not pass", "0", "0.0%"], ["Unknown", "1", "33.3%"]],
            ReportSample.Table(document, "All assignments by status"));
        Assert.Equal([["No user", "1", "None", "3"]], ReportSample.Table(document, "People with overdue assignments"));
        Assert.Equal("None", document.QuerySelectorAll(".tiles dd b")[^1].TextContent);
        Assert.Equal(["Due in the coming weeks", "Score distribution", "Scores by week", "Below the required rank, with attempts left"],
            document.QuerySelectorAll("section").Where(section => section.QuerySelectorAll("p").Any(text => text.TextContent == "None")).Select(section => section.QuerySelector("h2")!.TextContent));
    }

    [Fact]
    public void A_report_of_sessions_has_no_section_about_assignments()
    {
        var sample = new ReportSample { Sessions = [new() { Id = "a", Score = 81, IsValidAttempt = true, CreatedAt = new(2026, 11, 2) }, new() { Id = "b", Score = 64.5, IsValidAttempt = true, CreatedAt = new(2026, 11, 22) }, new() { Id = "c", Score = 10, IsValidAttempt = false, CreatedAt = new(2026, 11, 22) }] };

        var document = sample.Parse();

        Assert.Equal(["Summary", "Score distribution", "Scores by week"], document.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(["3", "72.8"], document.QuerySelectorAll(".tiles dd b").Select(value => value.TextContent));

        // A week without sessions has no average, and interrupts the line.
        Assert.Equal([["2026-11-02", "1", "81.0", "81.0", "81.0", "81.0"], ["2026-11-09", "0", "None", "None", "None", "None"], ["2026-11-16", "1", "64.5", "64.5", "64.5", "64.5"]],
            ReportSample.Table(document, "Scores of graded sessions by week"));
        Assert.Equal(2, document.QuerySelectorAll("polyline.line").Length);
    }

    [Fact]
    public void A_user_in_several_teams_counts_in_each_and_one_in_none_has_no_team()
    {
        var sample = new ReportSample
        {
            Assignments = [Of("u1", "jane@larkfield.example"), Of("u2", "bob@larkfield.example"), Of(null, "Eve@larkfield.example")],
            Members = [new() { GroupId = "g1", GroupName = "East", UserId = "u1" }, new() { GroupId = "g2", GroupName = "West", UserId = "u1" }, new() { GroupId = "g2", GroupName = "West", UserEmail = "eve@LARKFIELD.example" }],
        };

        Assert.Equal([("West", "2"), ("East", "1"), ("No team", "1")], ReportSample.Table(sample.Parse("Report", ReportGroup.Team), "Status by team").Select(row => (row[0], row[^2])));

        static Assignment Of(string? id, string email) => new() { Status = AssignmentStatus.Completed, User = new() { Id = id, Email = email } };
    }

    [Fact]
    public void Weeks_after_the_twelfth_and_before_the_current_one_are_summed()
    {
        var monday = new DateTime(2026, 11, 23);
        var sample = new ReportSample { Assignments = [Due(monday.AddMinutes(-1)), Due(monday), Due(monday.AddDays(84).AddMinutes(-1)), Due(monday.AddDays(84)), Due(monday.AddDays(400)), Due(null)] };

        var document = sample.Parse();

        var weeks = ReportSample.Table(document, "Open assignments by the week they are due");
        Assert.Equal(12, weeks.Count);
        Assert.Equal(["2026-11-23", "0", "1", "1"], weeks[0]);
        Assert.Equal(["2027-02-08", "0", "1", "1"], weeks[^1]);
        Assert.All(weeks[1..^1], week => Assert.Equal("0", week[^1]));
        Assert.Contains("Not shown: 1 due before this week, 2 due later, 1 without a due date.", document.Body!.TextContent, StringComparison.Ordinal);

        static Assignment Due(DateTime? due) => new() { Status = AssignmentStatus.NotStarted, DueDate = due };
    }

    [Fact]
    public void A_thirteenth_group_is_shown_itself_and_a_fourteenth_is_summed()
    {
        Assert.Equal("Program 13", ReportSample.Table(Of(13).Parse("Report", ReportGroup.Program), "Status by program")[^1][0]);
        Assert.Equal("Other (2)", ReportSample.Table(Of(14).Parse("Report", ReportGroup.Program), "Status by program")[^1][0]);

        static ReportSample Of(int programs) => new()
        {
            Assignments = [.. Enumerable.Range(1, programs).Select(index => new Assignment { Status = AssignmentStatus.Completed, Program = new() { Id = $"p{index:00}", Name = $"Program {index:00}" } })],
        };
    }
}
