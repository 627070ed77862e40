using System.Globalization;
using System.Text;
using ExecPS.Client.Text;
using ExecPS.Conversion;

namespace ExecPS.Views;

/// <summary>Formats values for the views. The properties keep their values.</summary>
internal static class ViewText
{
    private const int DefaultWidth = 120;
    private const int MinimumWidth = 20;

    /// <summary>Colors that are readable on both a light and a dark background.</summary>
    private static readonly Dictionary<string, string> s_colors = new (string Color, string[] Names)[]
    {
        ("32", ["Completed", "Good", "Excellent", "Published", "Ready"]),
        ("36", ["InProgress", "Processing", "Proficient", "Draft"]),
        ("31", ["PastDue", "Bad", "NeedsWork", "Failed"]),
        ("35", ["DidNotPass", "Cancelled", "Archived"]),
        ("38;5;136", ["Gold", "Mid", "Developing"]),
        ("38;5;166", ["Bronze"]),
    }.SelectMany(entry => entry.Names, (entry, name) => (name, entry.Color)).ToDictionary(pair => pair.name, pair => pair.Color);

    private static readonly bool s_canColor =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Console.IsOutputRedirected;

    /// <summary>The value of <c>$PSStyle</c>. Null in Windows PowerShell, which has no colors.</summary>
    private static readonly object? s_style =
        typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance")?.GetValue(null);

    /// <summary>Text on one line, without characters that could control a terminal.</summary>
    public static string Safe(object? value) => TerminalText.RemoveControls(Convert.ToString(value, CultureInfo.CurrentCulture) ?? "");

    /// <summary>Text on several lines, without characters that could control a terminal.</summary>
    public static string Lines(object? value) => string.Join("\n", (value?.ToString() ?? "").Replace("\r\n", "\n").Split('\n').Select(Safe));

    /// <summary>A time, to the minute.</summary>
    public static string Minute(object? time) => Format(time, "yyyy-MM-dd HH:mm");

    /// <summary>The day of a time.</summary>
    public static string Day(object? time) => Format(time, "yyyy-MM-dd");

    /// <summary>A status, rank, grade, or tier in its color, which is the same in every view.</summary>
    public static string Name(object? value)
    {
        var name = Safe(value);
        return s_colors.TryGetValue(name, out var color) && IsColored() ? $"\x1b[{color}m{name}\x1b[0m" : name;
    }

    /// <summary>A duration, such as <c>0:12:34</c>.</summary>
    public static string Duration(object? seconds) =>
        seconds.Unwrap() is double value && !double.IsNaN(value)
            ? string.Format(CultureInfo.InvariantCulture, "{0:0}:{1:00}:{2:00}", Math.Floor(value / 3600), Math.Floor(value / 60) % 60, Math.Floor(value) % 60)
            : "";

    /// <summary>Breaks text between words to fit the width of the screen. PowerShell breaks it within words in some cultures.</summary>
    /// <param name="text">The text.</param>
    /// <param name="used">The number of columns to the left of the text.</param>
    /// <param name="indent">The indentation of all lines but the first.</param>
    public static string Wrap(string text, int used, int indent)
    {
        var width = Math.Max(ScreenWidth() - used, MinimumWidth);
        var lines = new StringBuilder();
        var room = width;
        while (text.Length > room)
        {
            var end = text.LastIndexOf(' ', room);
            if (end <= 0 || string.IsNullOrWhiteSpace(text.Substring(0, end)))
                end = room;
            lines.Append(text.Substring(0, end).TrimEnd()).Append('\n').Append(' ', indent);
            text = text.Substring(end).TrimStart();
            room = width - indent;
        }

        return lines.Append(text).ToString();
    }

    private static string Format(object? time, string format) => time.Unwrap() is DateTime value ? value.ToString(format, CultureInfo.InvariantCulture) : "";

    private static int ScreenWidth()
    {
        try
        {
            return Console.IsOutputRedirected || Console.BufferWidth <= 0 ? DefaultWidth : Console.BufferWidth;
        }
        catch (IOException)
        {
            // The host has no console.
            return DefaultWidth;
        }
    }

    /// <summary>Returns whether to use colors. PowerShell removes them according to its own setting, but doesn't detect redirected output.</summary>
    private static bool IsColored() =>
        s_style?.GetType().GetProperty("OutputRendering")?.GetValue(s_style)?.ToString() switch
        {
            "Ansi" => true,
            "Host" => s_canColor,
            _ => false,
        };
}
