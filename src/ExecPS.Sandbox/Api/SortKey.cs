namespace ExecPS.Sandbox.Api;

/// <summary>A sort key of a list. Rows without a value come last in both directions.</summary>
/// <param name="Name">The API's name of the key.</param>
/// <param name="Plain">The order for the name.</param>
/// <param name="WithMinus">The order for the name with a leading minus sign, or null if the API has no such name.</param>
internal sealed record SortKey<T>(string Name, Comparison<T> Plain, Comparison<T>? WithMinus)
{
    /// <summary>Smallest first; largest first with a minus sign.</summary>
    public static SortKey<T> Number(string name, Func<T, double?> valueOf) => new(name, ByNumber(valueOf, 1), ByNumber(valueOf, -1));

    /// <summary>Earliest first; latest first with a minus sign.</summary>
    public static SortKey<T> Time(string name, Func<T, DateTime> timeOf) => new(name, ByTime(timeOf, 1), ByTime(timeOf, -1));

    /// <summary>Latest first.</summary>
    public static SortKey<T> Newest(string name, Func<T, DateTime> timeOf) => new(name, ByTime(timeOf, -1), null);

    /// <summary>A to Z.</summary>
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
