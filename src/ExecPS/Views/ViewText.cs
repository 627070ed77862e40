using System.Globalization;
using ExecPS.Client.Http;
using ExecPS.Client.Models;

namespace ExecPS.Views;

/// <summary>What the views of ExecPS.Format.ps1xml show of a value. The properties keep theirs as it came.</summary>
public static class ViewText
{
    private static readonly bool s_mayColor =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Console.IsOutputRedirected;

    /// <summary>Text without characters that could drive a terminal.</summary>
    /// <param name="value">The text, or an object that says it; null gives an empty text.</param>
    public static string Safe(object? value) => ServerText.WithoutControls(Convert.ToString(value, CultureInfo.CurrentCulture) ?? "");

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
