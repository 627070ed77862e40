namespace ExecPS.Sandbox.Api;

/// <summary>What a list can be sorted by. Rows without a value come last in either direction.</summary>
/// <param name="Name">The API's name of it.</param>
/// <param name="Plain">The order by that name.</param>
/// <param name="WithMinus">The order by that name with a minus before it; null when the API has no such name.</param>
internal sealed record SortKey<T>(string Name, Comparison<T> Plain, Comparison<T>? WithMinus)
{
    /// <summary>The smallest first, and with a minus the largest.</summary>
    public static SortKey<T> Number(string name, Func<T, double?> valueOf) => new(name, ByNumber(valueOf, 1), ByNumber(valueOf, -1));

    /// <summary>The earliest first, and with a minus the latest.</summary>
    public static SortKey<T> Time(string name, Func<T, DateTime> timeOf) => new(name, ByTime(timeOf, 1), ByTime(timeOf, -1));

    /// <summary>The latest first.</summary>
    public static SortKey<T> Newest(string name, Func<T, DateTime> timeOf) => new(name, ByTime(timeOf, -1), null);

    /// <summary>From A to Z.</summary>
    public static SortKey<T> Text(string name, Func<T, string?> textOf) =>
        new(name, (left, right) => StringComparer.OrdinalIgnoreCase.Compare(textOf(left), textOf(right)), null);

    private static Comparison<T> ByTime(Func<T, DateTime> timeOf, int sign) => (left, right) => sign * timeOf(left).CompareTo(timeOf(right));

    private static Comparison<T> ByNumber(Func<T, double?> valueOf, int sign) => (left, right) =>
        (valueOf(left), valueOf(right)) switch
        {
            ({ } one, { } other) => sign * one.CompareTo(other),
            (null, null) => 0,
            (null, _) => 1,
            _ => -1,
        };
}
