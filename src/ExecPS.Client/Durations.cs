namespace ExecPS.Client;

/// <summary>Lengths of time, from the wire and for people.</summary>
internal static class Durations
{
    /// <summary>Null for a number that is no length of time; lengths beyond a year are a year.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        double.IsNaN(seconds) || seconds < 0 ? null : TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));

    /// <summary><c>23 s</c>, <c>4 min 10 s</c>, <c>3 h 20 min</c>.</summary>
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
