namespace ExecPS.Client;

/// <summary>Converts and formats durations.</summary>
internal static class Durations
{
    /// <summary>Converts seconds to a duration of at most one year. Returns null if the number isn't a valid duration.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        double.IsNaN(seconds) || seconds < 0 ? null : TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));

    /// <summary>Formats a duration, such as <c>23 s</c>, <c>4 min 10 s</c>, or <c>3 h 20 min</c>.</summary>
    public static string Say(TimeSpan duration)
    {
        if (duration < TimeSpan.FromSeconds(1))
            return Invariant($"{duration.TotalSeconds:0.##} s");

        var whole = TimeSpan.FromSeconds(Math.Ceiling(duration.TotalSeconds));
        if (whole < TimeSpan.FromMinutes(1))
            return Invariant($"{whole.Seconds} s");
        if (whole < TimeSpan.FromHours(1))
            return whole.Seconds == 0 ? Invariant($"{whole.Minutes} min") : Invariant($"{whole.Minutes} min {whole.Seconds} s");
        return Invariant($"{(int)whole.TotalHours} h {whole.Minutes} min");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
