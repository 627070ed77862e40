using System.Globalization;
using ExecPS.Client.Text;

namespace ExecPS.Views;

/// <summary>What the views of ExecPS.Format.ps1xml show of a value. The properties keep theirs as it came.</summary>
public static class ViewText
{
    /// <summary>Colours of the middle of the scale, which can be read on a light ground and on a dark one.</summary>
    private static readonly Dictionary<string, string> s_colors = new (string Color, string[] Names)[]
    {
        ("32", ["Completed", "Good", "Excellent", "Published", "Ready"]),
        ("36", ["InProgress", "Processing", "Proficient", "Draft"]),
        ("31", ["PastDue", "Bad", "NeedsWork", "Failed"]),
        ("35", ["DidNotPass", "Cancelled", "Archived"]),
        ("38;5;136", ["Gold", "Mid", "Developing"]),
        ("38;5;243", ["Silver"]),
        ("38;5;166", ["Bronze"]),
    }.SelectMany(entry => entry.Names, (entry, name) => (name, entry.Color)).ToDictionary(pair => pair.name, pair => pair.Color);

    private static readonly bool s_mayColor =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Console.IsOutputRedirected;

    /// <summary>Text without characters that could drive a terminal.</summary>
    /// <param name="value">The text, or an object that says it; null gives an empty text.</param>
    public static string Safe(object? value) => TerminalText.RemoveControls(Convert.ToString(value, CultureInfo.CurrentCulture) ?? "");

    /// <summary>A text of several lines, which stay, without characters that could drive a terminal.</summary>
    /// <param name="value">The text; null gives an empty text.</param>
    public static string Text(string? value) => string.Join("\n", (value ?? "").Replace("\r\n", "\n").Split('\n').Select(Safe));

    /// <summary>A time to the minute, sortable by eye.</summary>
    /// <param name="time">The time; null gives an empty text.</param>
    public static string Minute(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day, sortable by eye.</summary>
    /// <param name="time">The time; null gives an empty text.</param>
    public static string Day(DateTime? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A status, rank, grade or tier in the colour that its name has: the same in every table.</summary>
    /// <param name="value">The value; null gives an empty text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null where the engine has none, and so no colour.</param>
    public static string Named(object? value, object? style)
    {
        var name = value?.ToString() ?? "";
        return s_colors.TryGetValue(name, out var color) && IsColored(style) ? $"\x1b[{color}m{name}\x1b[0m" : name;
    }

    /// <summary>A stretch of time in minutes and seconds, as players show it: <c>4:07</c>.</summary>
    /// <param name="seconds">The stretch; null gives an empty text.</param>
    public static string Clock(double? seconds)
    {
        if (seconds is not { } whole)
            return "";

        whole = Math.Floor(whole);
        return string.Format(CultureInfo.InvariantCulture, "{0:0}:{1:00}", Math.Floor(whole / 60), whole - (Math.Floor(whole / 60) * 60));
    }

    /// <summary>The engine takes colour away where its own setting says so; it doesn't know of a redirected process.</summary>
    private static bool IsColored(object? style) =>
        style?.GetType().GetProperty("OutputRendering")?.GetValue(style)?.ToString() switch
        {
            "Ansi" => true,
            "Host" => s_mayColor,
            _ => false,
        };
}
