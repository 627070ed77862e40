using System.Reflection;
using ExecPS.Client.Models;

namespace ExecPS.Client.Serialization;

/// <summary>The names of an ordered set, with the API's for each: <c>needs_work</c> for <c>NeedsWork</c>.</summary>
/// <remarks>Every such set has an <c>Unknown</c>, which stands for names that this version doesn't know.</remarks>
internal static class OrderedNames<T>
    where T : OrderedName<T>
{
    private static readonly T[] s_all =
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(T))
            .Select(property => (T)property.GetValue(null)!)
            .OrderBy(value => value.Order)];

    /// <summary>What stands for a name that isn't known; the lowest.</summary>
    public static T Unknown { get; } = s_all[0];

    /// <summary>Each that the API has a name for, with that name, in rising order.</summary>
    public static IReadOnlyList<(T Value, string ApiName)> Names { get; } =
        [.. s_all.Where(value => value != Unknown).Select(value => (value, SnakeCase.Of(value.Name)))];

    public static string ToApiName(T value) =>
        Names.FirstOrDefault(entry => entry.Value == value).ApiName
        ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"The API has no such {typeof(T).Name}.");

    /// <summary>Reads the API's name or the own one, in any case.</summary>
    public static T Parse(string text)
    {
        foreach (var (value, name) in Names.Append((Unknown, Unknown.Name)))
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase)
                || string.Equals(value.Name, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new FormatException($"'{text}' is none of {string.Join(", ", Names.Select(entry => entry.Value))}.");
    }
}
