using System.Globalization;

namespace ExecPS.Client.Filters;

/// <summary>Formats times for the API, such as <c>2026-03-15T14:30:00Z</c>. Times are rounded outward, so that rounding excludes no row.</summary>
internal static class ApiTime
{
    /// <summary>Formats the start of a range; a time of unspecified kind is local.</summary>
    public static string? From(DateTime? time) => time is { } start ? Write(start.ToUniversalTime()) : null;

    /// <summary>Formats the end of a range; a time of unspecified kind is local.</summary>
    public static string? UpTo(DateTime? time)
    {
        if (time?.ToUniversalTime() is not { } end)
            return null;

        var missing = (TimeSpan.TicksPerSecond - (end.Ticks % TimeSpan.TicksPerSecond)) % TimeSpan.TicksPerSecond;
        return Write(missing <= DateTime.MaxValue.Ticks - end.Ticks ? end.AddTicks(missing) : end);
    }

    private static string Write(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
