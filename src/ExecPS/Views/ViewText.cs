using System.Globalization;
using System.Text;
using ExecPS.Client.Http;
using ExecPS.Client.Models;

namespace ExecPS.Views;

/// <summary>What the views of ExecPS.Format.ps1xml show of a value. The properties keep theirs as it came.</summary>
public static class ViewText
{
    private const int WidthWithoutScreen = 120;

    /// <summary>Of the list view of a session in full: the longest label, the colon and a column that the engine keeps free.</summary>
    private const int WidthOfLabels = 24;

    private const int ShortestLine = 20;

    private static readonly bool s_mayColor =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Console.IsOutputRedirected;

    /// <summary>Text without characters that could drive a terminal.</summary>
    /// <param name="value">The text, or an object that says it; null gives an empty text.</param>
    public static string Safe(object? value) => ServerText.WithoutControls(Convert.ToString(value, CultureInfo.CurrentCulture) ?? "");

    /// <summary>A text of several lines, which stay, without characters that could drive a terminal.</summary>
    /// <param name="value">The text; null gives an empty text.</param>
    public static string Text(string? value) => string.Join("\n", (value ?? "").Replace("\r\n", "\n").Split('\n').Select(Safe));

    /// <summary>A time to the minute, sortable by eye.</summary>
    /// <param name="time">The time; null gives an empty text.</param>
    public static string Minute(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A status in its colour.</summary>
    /// <param name="status">The status; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string Status(AssignmentStatus? status, object? style) => Paint(status?.ToString(), style, status switch
    {
        AssignmentStatus.Completed => "32",
        AssignmentStatus.PastDue => "31",
        AssignmentStatus.DidNotPass => "35",
        AssignmentStatus.InProgress => "36",
        _ => null,
    });

    /// <summary>A rank in its colour.</summary>
    /// <param name="rank">The rank; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string Rank(Rank? rank, object? style) => Paint(rank?.Name, style, rank?.Name switch
    {
        nameof(Client.Models.Rank.Gold) => "38;5;136",
        nameof(Client.Models.Rank.Silver) => "38;5;245",
        nameof(Client.Models.Rank.Bronze) => "38;5;130",
        _ => null,
    });

    /// <summary>A stretch of time in minutes and seconds, as players show it: <c>4:07</c>.</summary>
    /// <param name="seconds">The stretch; null gives an empty text.</param>
    public static string Clock(double? seconds)
    {
        if (seconds is not { } whole)
            return "";

        whole = Math.Floor(whole);
        return string.Format(CultureInfo.InvariantCulture, "{0:0}:{1:00}", Math.Floor(whole / 60), whole - (Math.Floor(whole / 60) * 60));
    }

    /// <summary>Text in lines that end between words.</summary>
    /// <param name="value">The text; null gives an empty text.</param>
    /// <param name="screenWidth">How many characters a line of the screen has; 0 where there is no screen.</param>
    /// <param name="taken">How many of them what stands before the text takes; by itself as many as in the list of a session in full.</param>
    public static string Wrapped(string? value, int screenWidth, int taken = WidthOfLabels) => Wrap(Safe(value), screenWidth, taken, hanging: 0);

    /// <summary>A transcript: <c>0:26 user: Thank you.</c></summary>
    /// <param name="session">Whose; one without a transcript gives an empty text.</param>
    /// <param name="screenWidth">How many characters a line of the screen has; 0 where there is no screen.</param>
    public static string Transcript(SessionDetail session, int screenWidth) => string.Join("\n",
        (session.Transcript ?? []).Select(line => Wrap(Safe($"{Clock(line?.SecondsFromStart)} {line}".Trim()), screenWidth, WidthOfLabels, hanging: 5)));

    /// <summary>An evaluation, a row a line: <c>Active Listening, Patience: Good. Let pauses stand.</c></summary>
    /// <param name="session">Whose; one without an evaluation gives an empty text.</param>
    /// <param name="screenWidth">How many characters a line of the screen has; 0 where there is no screen.</param>
    public static string Evaluations(SessionDetail session, int screenWidth) => string.Join("\n",
        (session.EvaluationRows ?? []).Select(row =>
            Wrap(Safe($"{row.CriterionName}, {row.ItemName}: {row.Grade?.ToString() ?? "not graded"}. {row.Feedback}".TrimEnd()), screenWidth, WidthOfLabels, hanging: 2)));

    /// <summary>A grade in its colour.</summary>
    /// <param name="grade">The grade; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string Grade(EvaluationGrade? grade, object? style) => Paint(grade?.ToString(), style, grade switch
    {
        EvaluationGrade.Good => "32",
        EvaluationGrade.Mid => "38;5;136",
        EvaluationGrade.Bad => "31",
        _ => null,
    });

    /// <summary>A tier of proficiency in its colour.</summary>
    /// <param name="tier">The tier; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string Tier(ProficiencyTier? tier, object? style) => Paint(tier?.Name, style, tier?.Name switch
    {
        nameof(ProficiencyTier.Excellent) => "32",
        nameof(ProficiencyTier.Proficient) => "36",
        nameof(ProficiencyTier.Developing) => "38;5;136",
        nameof(ProficiencyTier.NeedsWork) => "31",
        _ => null,
    });

    /// <summary>The status of a job in its colour.</summary>
    /// <param name="status">The status; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string JobStatus(ScenarioJobStatus? status, object? style) => Paint(status?.ToString(), style, status switch
    {
        ScenarioJobStatus.Completed => "32",
        ScenarioJobStatus.Failed => "31",
        ScenarioJobStatus.Cancelled => "35",
        ScenarioJobStatus.Processing => "36",
        _ => null,
    });

    /// <summary>The engine breaks lines anywhere, in words too.</summary>
    private static string Wrap(string text, int screenWidth, int taken, int hanging)
    {
        var width = Math.Max((screenWidth > 0 ? screenWidth : WidthWithoutScreen) - taken, ShortestLine);
        var lines = new StringBuilder();
        var room = width;
        while (text.Length > room)
        {
            var end = text.LastIndexOf(' ', room);
            if (end <= 0 || string.IsNullOrWhiteSpace(text.Substring(0, end)))
                end = room;
            lines.Append(text.Substring(0, end).TrimEnd()).Append('\n').Append(' ', hanging);
            text = text.Substring(end).TrimStart();
            room = width - hanging;
        }

        return lines.Append(text).ToString();
    }

    /// <summary>A Knowledge Hub page's status in its colour.</summary>
    /// <param name="status">The status; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string PageStatus(KnowledgePageStatus? status, object? style) => Paint(status?.ToString(), style, status switch
    {
        KnowledgePageStatus.Published => "32",
        KnowledgePageStatus.Draft => "36",
        KnowledgePageStatus.Archived => "35",
        _ => null,
    });

    /// <summary>A Knowledge Hub source's status in its colour.</summary>
    /// <param name="status">The status; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string SourceStatus(KnowledgeSourceStatus? status, object? style) => Paint(status?.ToString(), style, status switch
    {
        KnowledgeSourceStatus.Ready => "32",
        KnowledgeSourceStatus.Failed => "31",
        KnowledgeSourceStatus.Processing => "36",
        _ => null,
    });

    /// <summary>Colours of the middle of the scale, which can be read on a light ground and on a dark one.</summary>
    private static string Paint(string? text, object? style, string? color) =>
        text is null ? "" : color is null || !IsColored(style) ? text : $"\x1b[{color}m{text}\x1b[0m";

    /// <summary>The engine takes colour away where its own setting says so; it doesn't know of a redirected process.</summary>
    private static bool IsColored(object? style) =>
        style?.GetType().GetProperty("OutputRendering")?.GetValue(style)?.ToString() switch
        {
            "Ansi" => true,
            "Host" => s_mayColor,
            _ => false,
        };
}
