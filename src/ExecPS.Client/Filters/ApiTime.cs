using System.Globalization;

namespace ExecPS.Client.Filters;

/// <summary>Times as the API takes them, <c>2026-03-15T14:30:00Z</c>: rounded outwards, so that no row is lost to the rounding.</summary>
internal static class ApiTime
{
    /// <summary>The start of a span of time; one of unspecified kind is local.</summary>
    public static string? From(DateTime? time) => time is { } start ? Write(start.ToUniversalTime()) : null;

    /// <summary>The end of a span of time; one of unspecified kind is local.</summary>
    public static string? UpTo(DateTime? time)
    {
        if (time?.ToUniversalTime() is not { } end)
            return null;

        var missing = (TimeSpan.TicksPerSecond - (end.Ticks % TimeSpan.TicksPerSecond)) % TimeSpan.TicksPerSecond;
        return Write(missing <= DateTime.MaxValue.Ticks - end.Ticks ? end.AddTicks(missing) : end);
    }

    private static string Write(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
