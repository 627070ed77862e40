using System.Text;
using ExecPS.Client.Models;

namespace ExecPS.Views;

/// <summary>What the list view of a session in full shows of what was said and how it was graded.</summary>
public static class SessionText
{
    private const int WidthWithoutScreen = 120;

    /// <summary>Of the list view of a session in full: the longest label, the colon and a column that the engine keeps free.</summary>
    private const int WidthOfLabels = 24;

    private const int ShortestLine = 20;

    /// <summary>Text in lines that end between words.</summary>
    /// <param name="value">The text; null gives an empty text.</param>
    /// <param name="screenWidth">How many characters a line of the screen has; 0 where there is no screen.</param>
    /// <param name="taken">How many of them what stands before the text takes; by itself as many as in the list of a session in full.</param>
    public static string Wrapped(string? value, int screenWidth, int taken = WidthOfLabels) => Wrap(ViewText.Safe(value), screenWidth, taken, hanging: 0);

    /// <summary>A transcript: <c>0:26 user: Thank you.</c></summary>
    /// <param name="session">Whose; one without a transcript gives an empty text.</param>
    /// <param name="screenWidth">How many characters a line of the screen has; 0 where there is no screen.</param>
    public static string Transcript(SessionDetail session, int screenWidth) => string.Join("\n",
        (session.Transcript ?? []).Select(line => Wrap(ViewText.Safe($"{ViewText.Clock(line?.SecondsFromStart)} {line}".Trim()), screenWidth, WidthOfLabels, hanging: 5)));

    /// <summary>An evaluation, a row a line: <c>Active Listening, Patience: Good. Let pauses stand.</c></summary>
    /// <param name="session">Whose; one without an evaluation gives an empty text.</param>
    /// <param name="screenWidth">How many characters a line of the screen has; 0 where there is no screen.</param>
    public static string Evaluations(SessionDetail session, int screenWidth) => string.Join("\n",
        (session.EvaluationRows ?? []).Select(row =>
            Wrap(ViewText.Safe($"{row.CriterionName}, {row.ItemName}: {row.Grade?.ToString() ?? "not graded"}. {row.Feedback}".TrimEnd()), screenWidth, WidthOfLabels, hanging: 2)));

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
}
