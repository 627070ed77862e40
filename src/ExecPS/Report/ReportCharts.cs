namespace ExecPS.Report;

/// <summary>Draws the charts of a report as SVG. Horizontal positions are percentages, so that charts fit every width while text keeps its size.</summary>
internal sealed class ReportCharts(HtmlWriter html)
{
    private const int Top = 22;
    private const int Bottom = 170;

    /// <summary>The patterns of the statuses, so that statuses differ without color.</summary>
    public const string Patterns = """
        <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
        <pattern id="lines" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="c-in-progress" width="7" height="7"/><path class="ink" d="M0 6.5H7"/></pattern>
        <pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="c-past-due" width="7" height="7"/><path class="ink" d="M.5 0V7"/></pattern>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="c-did-not-pass" width="6" height="6"/><circle class="ink-dot" cx="3" cy="3" r="1"/></pattern>
        </defs></svg>

        """;

    public static string NameOf(AssignmentStatus status) => status switch
    {
        AssignmentStatus.InProgress => "In progress",
        AssignmentStatus.NotStarted => "Not started",
        AssignmentStatus.PastDue => "Past due",
        AssignmentStatus.DidNotPass => "Did not pass",
        _ => status.ToString(),
    };

    public static string ClassOf(AssignmentStatus status) => "s-" + NameOf(status).ToLowerInvariant().Replace(' ', '-');

    /// <summary>A legend of the statuses that occur.</summary>
    public void Legend(IEnumerable<AssignmentStatus> statuses)
    {
        html.AddMarkup("<p class=\"legend\" aria-hidden=\"true\">");
        html.AddEach(statuses, status => html.Add($"<span><svg width=\"14\" height=\"14\"><rect class=\"{ClassOf(status)}\" x=\"1\" y=\"1\" width=\"12\" height=\"12\" rx=\"3\"/></svg>{NameOf(status)}</span> "));
        html.AddMarkup("</p>\n");
    }

    /// <summary>Bars of equal length, divided by status.</summary>
    public void StatusBars(string label, IEnumerable<GroupRow> rows)
    {
        html.Add($"<div class=\"bars\" role=\"img\" aria-label=\"{label}\">\n");
        html.AddEach(rows, row =>
        {
            html.Add($"<div><div class=\"bar-name\"><bdi>{row.Name}</bdi></div>");
            StatusBar(row.Counts, 24);
            html.Add($"<div class=\"bar-value\"><b>{row.Counts.CompletionRate:0%}</b> of {row.Counts.Total:N0}</div></div>\n");
        });
        html.AddMarkup("</div>\n");
    }

    /// <summary>A bar that is divided by status.</summary>
    public void StatusBar(StatusCounts counts, int height)
    {
        html.Add($"<svg class=\"bar\" width=\"100%\" height=\"{height}\" aria-hidden=\"true\">");

        // The outlined part is drawn over the edges of its neighbors.
        foreach (var status in ReportModel.Statuses.Where(status => counts[status] > 0).OrderBy(status => status == AssignmentStatus.NotStarted))
        {
            var start = 100.0 * ReportModel.Statuses.TakeWhile(other => other != status).Sum(other => counts[other]) / counts.Total;
            var share = 100.0 * counts[status] / counts.Total;
            html.Add($"<rect class=\"{ClassOf(status)}\" x=\"{start:0.##}%\" y=\"1\" width=\"{share:0.##}%\" height=\"{height - 2}\"><title>{NameOf(status)}: {counts[status]:N0}</title></rect>");


            // The number is left out if it doesn't fit: on a phone the bar is about half as wide.
            var digits = FormattableString.Invariant($"{counts[status]:N0}").Length;
            if (share >= 1 + (1.3 * digits))
                html.Add($"<text class=\"on {ClassOf(status)} {(share < 2 + (2.6 * digits) ? "wide" : "")}\" x=\"{start + (share / 2):0.##}%\" y=\"{(height / 2) + 4}\">{counts[status]:N0}</text>");
        }

        html.AddMarkup("</svg>");
    }

    /// <summary>Columns of the open assignments by week.</summary>
    public void DueColumns(string label, IReadOnlyList<DueWeek> weeks)
    {
        var (slot, scale) = (100.0 / weeks.Count, ScaleFor(weeks.Max(week => week.Counts.Total)));
        Open(label);
        for (var index = 0; index < weeks.Count; index++)
        {
            var (week, y) = (weeks[index], (double)Bottom);
            foreach (var status in ReportModel.Statuses.Where(status => week.Counts[status] > 0))
            {
                y -= week.Counts[status] * scale;
                html.Add($"<rect class=\"{ClassOf(status)}\" x=\"{(index + 0.18) * slot:0.##}%\" y=\"{y:0.##}\" width=\"{slot * 0.64:0.##}%\" height=\"{week.Counts[status] * scale:0.##}\"><title>{NameOf(status)}: {week.Counts[status]:N0}</title></rect>");
            }

            Number((index + 0.5) * slot, y, week.Counts.Total);
            Tick((index + 0.5) * slot, $"{week.Start:MMM d}", index % 2 == 1 && weeks.Count > 6);
        }

        Close();
    }

    /// <summary>Columns of the number of scores in each range.</summary>
    public void ScoreColumns(string label, int[] bins)
    {
        var scale = ScaleFor(bins.Max());
        Open(label);
        for (var index = 0; index < bins.Length; index++)
        {
            var height = bins[index] * scale;
            html.Add($"<rect class=\"column\" x=\"{(index * 10) + 0.6:0.##}%\" y=\"{Bottom - height:0.##}\" width=\"8.8%\" height=\"{height:0.##}\"/>");
            Number((index * 10) + 5, Bottom - height, bins[index]);
        }

        for (var edge = 0; edge <= 10; edge++)
            html.Add($"<text class=\"tick {(edge == 0 ? "first" : edge == 10 ? "last" : "")}\" x=\"{edge * 10}%\" y=\"{Bottom + 19}\">{edge * 10}</text>");
        Close();
    }

    /// <summary>The average by week as a line, and the middle half of the scores as a band.</summary>
    public void TrendLine(string label, IReadOnlyList<ScoreWeek> weeks)
    {
        var (slot, every) = (100.0 / weeks.Count, (weeks.Count + 8) / 9);
        Open(label);
        foreach (var rank in new[] { (Score: 50, Name: "Bronze"), (Score: 75, Name: "Silver"), (Score: 90, Name: "Gold") })
        {
            html.Add($"<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{Y(rank.Score):0.##}\" y2=\"{Y(rank.Score):0.##}\"/><text class=\"tick first\" x=\"0\" y=\"{Y(rank.Score) - 4:0.##}\">{rank.Name} {rank.Score}</text>");
        }

        html.Add($"<svg x=\"0\" y=\"0\" width=\"100%\" height=\"{Bottom}\" viewBox=\"0 0 100 {Bottom}\" preserveAspectRatio=\"none\">");
        foreach (var run in Runs(weeks))
        {
            html.AddMarkup("<polygon class=\"band\" points=\"");
            AddPoints(run, week => week.UpperQuartile!.Value);
            AddPoints(Enumerable.Reverse(run), week => week.LowerQuartile!.Value);
            html.AddMarkup("\"/><polyline class=\"line\" points=\"");
            AddPoints(run, week => week.Average!.Value);
            html.AddMarkup("\"/>");
        }

        html.AddMarkup("</svg>");
        for (var index = 0; index < weeks.Count; index++)
        {
            var x = (index + 0.5) * slot;
            if (weeks[index].Average is { } average)
                html.Add($"<circle class=\"dot\" cx=\"{x:0.##}%\" cy=\"{Y(average):0.##}\" r=\"3\"><title>{average:0.0}</title></circle>");
            if (index % every == 0)
                Tick(x, $"{weeks[index].Start:MMM d}", index / every % 2 == 1);
        }

        Close();

        void AddPoints(IEnumerable<(int Index, ScoreWeek Week)> run, Func<ScoreWeek, double> value) =>
            html.AddEach(run, item => html.Add($"{(item.Index + 0.5) * slot:0.##},{Y(value(item.Week)):0.##} "));
    }

    /// <summary>The weeks with scores, divided where weeks have none.</summary>
    private static IEnumerable<List<(int Index, ScoreWeek Week)>> Runs(IReadOnlyList<ScoreWeek> weeks)
    {
        var run = new List<(int, ScoreWeek)>();
        for (var index = 0; index <= weeks.Count; index++)
        {
            if (index < weeks.Count && weeks[index].Count > 0)
            {
                run.Add((index, weeks[index]));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
    }

    private static double Y(double score) => Bottom - (Math.Min(Math.Max(score, 0), 100) / 100 * (Bottom - Top));

    private static double ScaleFor(int largest) => (double)(Bottom - Top) / Math.Max(largest, 1);

    private void Open(string label) => html.Add($"<svg class=\"chart\" width=\"100%\" height=\"{Bottom + 26}\" role=\"img\" aria-label=\"{label}\">");

    private void Close() => html.Add($"<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{Bottom}\" y2=\"{Bottom}\"/></svg>\n");

    private void Number(double x, double y, int value)
    {
        if (value > 0)
            html.Add($"<text class=\"number\" x=\"{x:0.##}%\" y=\"{y - 6:0.##}\">{value:N0}</text>");
    }

    private void Tick(double x, FormattableString text, bool canHide)
    {
        html.Add($"<text class=\"tick {(canHide ? "wide" : "")}\" x=\"{x:0.##}%\" y=\"{Bottom + 19}\">");
        html.Add(text).AddMarkup("</text>");
    }
}
