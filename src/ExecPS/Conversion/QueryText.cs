using System.Collections;
using System.Globalization;
using ExecPS.Client.Filters;

namespace ExecPS.Conversion;

/// <summary>Converts values to text for a query string.</summary>
internal static class QueryText
{
    /// <summary>A value as the API writes it: several values with commas between them. Null for null and for an empty list.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value can't be used in a query. The message contains the reason.</exception>
    public static string? Of(object? value) => value.Unwrap() switch
    {
        null => null,
        string text => text,
        bool or SwitchParameter => LanguagePrimitives.IsTrue(value) ? "true" : "false",
        DateTime time => ApiTime.From(time),
        DateTimeOffset time => ApiTime.From(time.UtcDateTime),
#if NET
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
#endif
        Enum or Rank or ProficiencyTier => PowerShellJson.ToApiName(value.Unwrap()!),
        char or Guid or Uri or sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToString(value.Unwrap(), CultureInfo.InvariantCulture),
        double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity =>
            throw new ArgumentException($"{value} isn't a number that a query can contain."),
        double or float => Convert.ToString(value.Unwrap(), CultureInfo.InvariantCulture),
        IEnumerable values and not IDictionary => Join([.. values.Cast<object?>().Select(OfItem).OfType<string>()]),
        var other => throw new ArgumentException($"a value of type {other.GetType().Name} can't be used in a query."),
    };

    private static string? OfItem(object? value) => value.Unwrap() is IEnumerable and not string
        ? throw new ArgumentException("a list within a list can't be used in a query.")
        : Of(value);

    private static string? Join(string[] values) => values.Length == 0 ? null : string.Join(",", values);
}
