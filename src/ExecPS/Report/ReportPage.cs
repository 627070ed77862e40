namespace ExecPS.Report;

/// <summary>Renders a report as one HTML file without scripts and external resources.</summary>
internal sealed class ReportPage
{
    private readonly HtmlWriter _html = new();
    private readonly ReportCharts _charts;
    private readonly ReportModel _model;
    private readonly AssignmentStatus[] _statuses;

    private ReportPage(ReportModel model)
    {
        (_model, _charts) = (model, new(_html));
        _statuses = [.. ReportModel.Statuses.Where(status => status != AssignmentStatus.Unknown || model.Counts[status] > 0)];
    }

    /// <summary>Renders a report.</summary>
    /// <param name="model">The numbers.</param>
    /// <param name="title">The title.</param>
    public static string Render(ReportModel model, string title)
    {
        var page = new ReportPage(model);
        page.AddHead(title);
        page.AddTiles();
        if (model.HasAssignments)
        {
            page.AddStatuses();
            page._html.AddEach(model.Breakdowns, page.AddBreakdown);
            page.AddSchedule();
        }

        page.AddScores();
        page.AddTrend();
        if (model.HasAssignments)
        {
            page.AddOverdue();
            page.AddBelowRank();
        }

        page._html.AddMarkup("</main>\n<footer>Created by ExecPS. Dates are local to the computer that created the report. Weeks start on Monday.</footer>\n</body>\n</html>\n");
        return page._html.ToString();
    }

    private static string Percent(int part, int total) => total == 0 ? "None" : FormattableString.Invariant($"{100.0 * part / total:0.0}%");

    private static string Plural(int count, string item) => FormattableString.Invariant($"{count:N0} {item}{(count == 1 ? "" : "s")}");

    private static string OrNone(FormattableString text) => text.GetArgument(0) is null ? "None" : FormattableString.Invariant(text);

    private void AddHead(string title)
    {
        using var style = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("ExecPS.Report.report.css")!);
        _html.AddMarkup("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">

            """);
        _html.Add($"<title>{title}</title>\n<style>\n").AddMarkup(style.ReadToEnd()).AddMarkup("</style>\n</head>\n<body>\n").AddMarkup(ReportCharts.Patterns);
        _html.Add($"<header>\n<h1><bdi>{title}</bdi></h1>\n<p>");
        if (_model.HasAssignments)
            _html.Add($"{Plural(_model.Counts.Total, "assignment")} <span aria-hidden=\"true\">·</span> ");
        if (_model.SessionCount > 0)
            _html.Add($"{Plural(_model.SessionCount, "session")} <span aria-hidden=\"true\">·</span> ");
        _html.Add($"<time datetime=\"{_model.Now:yyyy-MM-ddTHH:mm:sszzz}\">{_model.Now:yyyy-MM-dd HH:mm} (UTC{_model.Now:zzz})</time></p>\n</header>\n<main>\n");
    }

    private void AddTiles()
    {
        var (counts, total) = (_model.Counts, _model.Counts.Total);
        _html.AddMarkup("<section>\n<h2>Summary</h2>\n").Add($"<dl class=\"tiles {(_model.SessionCount == 0 ? "six" : "")}\">\n");
        if (_model.HasAssignments)
        {
            AddTile("Assignments", $"{total:N0}", $"in total");
            AddTile("Completed", $"{counts[AssignmentStatus.Completed]:N0}", $"requirements are met");
            AddTile("Completion rate", $"{Percent(counts[AssignmentStatus.Completed], total)}", $"completed, of all");
            AddTile("Passed", $"{_model.Passed:N0}", $"reached the required rank, or completed if none is required");
            AddTile("Overdue", $"{counts[AssignmentStatus.PastDue]:N0}", $"{Percent(counts[AssignmentStatus.PastDue], total)} of all");
            AddTile("Did not pass", $"{counts[AssignmentStatus.DidNotPass]:N0}", $"no attempts left");
        }

        if (_model.SessionCount > 0)
        {
            var graded = _model.Graded.Select(session => session.Score!.Value).ToList();
            AddTile("Sessions", $"{_model.SessionCount:N0}", $"{graded.Count:N0} graded");
            AddTile("Average score", $"{(graded.Count == 0 ? "None" : FormattableString.Invariant($"{graded.Average():0.0}"))}", $"of graded sessions");
        }

        _html.AddMarkup("</dl>\n</section>\n");
    }

    private void AddTile(string label, FormattableString value, FormattableString note) =>
        _html.Add($"<div><dt>{label}</dt><dd><b>").Add(value).AddMarkup("</b><span>").Add(note).AddMarkup("</span></dd></div>\n");

    private void AddStatuses()
    {
        OpenSection("Status of all assignments");
        _charts.Legend(_statuses);
        _html.AddMarkup("<div role=\"img\" aria-label=\"All assignments by status. The table has the numbers.\">");
        _charts.StatusBar(_model.Counts, 34);
        _html.AddMarkup("</div>\n");
        Table("All assignments by status", ["Status", "Assignments", "Share"], _statuses,
            status => _html.Add($"<th scope=\"row\">{ReportCharts.NameOf(status)}</th><td>{_model.Counts[status]:N0}</td><td>{Percent(_model.Counts[status], _model.Counts.Total)}</td>"));
        CloseSection();
    }

    private void AddBreakdown(Breakdown breakdown)
    {
        var heading = FormattableString.Invariant($"Status by {breakdown.By.ToString().ToLowerInvariant()}");
        OpenSection(heading);
        var shown = breakdown.Rows.Count - 1;
        var order = breakdown.OtherCount == 0
            ? "Largest first."
            : FormattableString.Invariant($"The {shown:N0} largest of {shown + breakdown.OtherCount:N0}; Other is the sum of the remaining {breakdown.OtherCount:N0}.");
        Note(order, breakdown.By == ReportGroup.Team ? "A user in several teams counts in each of them." : null, "On the right: the completed share and the number of assignments.");
        _charts.StatusBars($"{heading}. The table has the numbers.", breakdown.Rows);
        _charts.Legend(_statuses);
        Table(heading, [breakdown.By.ToString(), .. _statuses.Select(ReportCharts.NameOf), "Total", "Completion rate"], breakdown.Rows, row =>
        {
            _html.Add($"<th scope=\"row\"><bdi>{row.Name}</bdi></th>");
            _html.AddEach(_statuses, status => _html.Add($"<td>{row.Counts[status]:N0}</td>"));
            _html.Add($"<td>{row.Counts.Total:N0}</td><td>{Percent(row.Counts[AssignmentStatus.Completed], row.Counts.Total)}</td>");
        });
        CloseSection();
    }

    private void AddSchedule()
    {
        var schedule = _model.Schedule;
        OpenSection("Due in the coming weeks", "half narrow");
        var others = new[] { (schedule.Earlier, "due before this week"), (schedule.Later, "due later"), (schedule.WithoutDate, "without a due date") }
            .Where(other => other.Item1 > 0).Select(other => FormattableString.Invariant($"{other.Item1:N0} {other.Item2}")).ToList();
        Note("Open assignments (not started or in progress) by the week they are due.", others.Count == 0 ? null : $"Not shown: {string.Join(", ", others)}.");
        if (schedule.Weeks.Count == 0)
        {
            None();
        }
        else
        {
            AssignmentStatus[] open = [AssignmentStatus.InProgress, AssignmentStatus.NotStarted];
            _charts.DueColumns("Open assignments by week. The table has the numbers.", schedule.Weeks);
            _charts.Legend(open);
            Table("Open assignments by the week they are due", ["Week of", .. open.Select(ReportCharts.NameOf), "Total"], schedule.Weeks,
                week => _html.Add($"<th scope=\"row\">{week.Start:yyyy-MM-dd}</th><td>{week.Counts[open[0]]:N0}</td><td>{week.Counts[open[1]]:N0}</td><td>{week.Counts.Total:N0}</td>"));
        }

        CloseSection();
    }

    private void AddScores()
    {
        var scores = _model.Scores;
        OpenSection("Score distribution", "half narrow");
        Note(
            $"{(_model.HasAssignments ? "Best scores of assignments" : "Scores of graded sessions")} in ranges of 10 points.",
            scores.WithoutScore == 0 ? null : FormattableString.Invariant($"Not shown: {scores.WithoutScore:N0} without a score."));
        if (scores.Total == 0)
        {
            None();
        }
        else
        {
            _charts.ScoreColumns("Number of scores in each range. The table has the numbers.", scores.Bins);
            Table("Scores in ranges of 10 points", ["Score", _model.HasAssignments ? "Assignments" : "Sessions", "Share"], Enumerable.Range(0, 10),
                bin => _html.Add($"<th scope=\"row\">{(bin == 9 ? "90 to 100" : FormattableString.Invariant($"{bin * 10} to below {(bin + 1) * 10}"))}</th><td>{scores.Bins[bin]:N0}</td><td>{Percent(scores.Bins[bin], scores.Total)}</td>"));
        }

        CloseSection();
    }

    private void AddTrend()
    {
        var trend = _model.Trend;
        if (_model.SessionCount == 0)
            return;

        OpenSection("Scores by week");
        Note(
            "Graded sessions by the week they were created: the average as a line, and the middle half of the scores as a band.",
            trend.EarlierWeeks == 0 ? null : FormattableString.Invariant($"The last {trend.Weeks.Count:N0} of {trend.Weeks.Count + trend.EarlierWeeks:N0} weeks."));
        if (trend.Weeks.Count == 0)
        {
            None();
        }
        else
        {
            _charts.TrendLine("Average score by week. The table has the numbers.", trend.Weeks);
            Table("Scores of graded sessions by week", ["Week of", "Sessions", "Average", "Lower quartile", "Median", "Upper quartile"], trend.Weeks, week =>
            {
                _html.Add($"<th scope=\"row\">{week.Start:yyyy-MM-dd}</th><td>{week.Count:N0}</td>");
                _html.AddEach([week.Average, week.LowerQuartile, week.Median, week.UpperQuartile], value => _html.Add($"<td>{OrNone($"{value:0.0}")}</td>"));
            });
        }

        CloseSection();
    }

    private void AddOverdue()
    {
        OpenSection("Most overdue assignments", "half");
        AddPeople(_model.Overdue, "with overdue assignments", ["Person", "Overdue", "Longest (days)", "Assigned"], person =>
        {
            AddPerson(person.Name, person.Email);
            _html.Add($"<td>{person.Count:N0}</td><td>{OrNone($"{person.LongestDays:N0}")}</td><td>{person.Assigned:N0}</td>");
        });
    }

    private void AddBelowRank()
    {
        OpenSection("Below the required rank, with attempts left", "half");
        AddPeople(_model.BelowRank, "below the required rank with attempts left", ["Person", "Below rank", "Attempts left", "Scenarios"], person =>
        {
            AddPerson(person.Name, person.Email);
            _html.Add($"<td>{person.Count:N0}</td><td>{(person.AttemptsLeft is null ? "No limit" : FormattableString.Invariant($"{person.AttemptsLeft:N0}"))}</td><td class=\"text\"><bdi>{person.Scenarios[0]}</bdi>");
            _html.AddMarkup(person.Scenarios.Count > 1 ? FormattableString.Invariant($", and {person.Scenarios.Count - 1:N0} more</td>") : "</td>");
        });
    }

    private void AddPeople<T>(IReadOnlyList<T> people, string which, string[] columns, Action<T> addCells)
    {
        if (people.Count == 0)
        {
            None();
        }
        else
        {
            var count = people.Count == 1 ? "1 person" : FormattableString.Invariant($"{people.Count:N0} people");
            Note($"{count} {which}.", people.Count > ReportModel.MaximumPeople ? FormattableString.Invariant($"The first {ReportModel.MaximumPeople} are shown.") : null);
            AddTable($"People {which}", columns, people.Take(ReportModel.MaximumPeople), addCells);
        }

        CloseSection();
    }

    private void AddPerson(string name, string? email)
    {
        _html.Add($"<th scope=\"row\"><bdi>{name}</bdi>");
        if (email is not null && email != name)
        {
            // A long address is broken before the @.
            var at = Math.Max(email.IndexOf('@'), 0);
            _html.Add($"<small>{email.Substring(0, at)}<wbr>{email.Substring(at)}</small>");
        }

        _html.AddMarkup("</th>");
    }

    private void OpenSection(string heading, string kind = "") => _html.Add($"<section class=\"card {kind}\">\n<h2>{heading}</h2>\n");

    private void CloseSection() => _html.AddMarkup("</section>\n");

    private void Note(params string?[] sentences) => _html.Add($"<p class=\"note\">{string.Join(" ", sentences.Where(sentence => sentence is not null))}</p>\n");

    private void None() => _html.AddMarkup("<p>None</p>\n");

    /// <summary>Adds the data table of a chart, collapsed on the screen.</summary>
    private void Table<T>(string caption, string[] columns, IEnumerable<T> rows, Action<T> addCells)
    {
        _html.AddMarkup("<details>\n<summary>Table</summary>\n");
        AddTable(caption, columns, rows, addCells);
        _html.AddMarkup("</details>\n");
    }

    private void AddTable<T>(string caption, string[] columns, IEnumerable<T> rows, Action<T> addCells)
    {
        // A table that is wider than a phone scrolls by itself, also with the keyboard.
        _html.Add($"<div class=\"table\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table>\n<caption>{caption}</caption>\n<thead><tr>");
        _html.AddEach(columns, column => _html.Add($"<th scope=\"col\" class=\"{(column == "Scenarios" ? "text" : "")}\">{column}</th>")).AddMarkup("</tr></thead>\n<tbody>\n");
        _html.AddEach(rows, row =>
        {
            _html.AddMarkup("<tr>");
            addCells(row);
            _html.AddMarkup("</tr>\n");
        }).AddMarkup("</tbody>\n</table></div>\n");
    }
}
