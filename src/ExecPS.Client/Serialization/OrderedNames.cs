using System.Reflection;
using ExecPS.Client.Models;

namespace ExecPS.Client.Serialization;

/// <summary>The names of an ordered set, with the API's for each: <c>needs_work</c> for <c>NeedsWork</c>.</summary>
/// <remarks>Every such set has an <c>Unknown</c>, which stands for names that this version doesn't know.</remarks>
internal static class OrderedNames<T>
    where T : OrderedName<T>
{
    private static readonly T[] s_all = ReadAll();

    /// <summary>What stands for a name that isn't known; the lowest.</summary>
    public static T Unknown { get; } = s_all[0];

    /// <summary>Each that the API has a name for, with that name, in rising order.</summary>
    public static IReadOnlyList<NamedValue<T>> Names { get; } = ReadNames();

    public static string ToApiName(T value) =>
        Names.FirstOrDefault(entry => entry.Value == value)?.ApiName
        ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"The API has no such {typeof(T).Name}.");

    /// <summary>Reads the API's name or the own one, in any case.</summary>
    public static T Parse(string text)
    {
        foreach (var (value, name) in Names.Append(new(Unknown, Unknown.Name)))
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase)
                || string.Equals(value.Name, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new FormatException($"'{text}' is none of {string.Join(", ", Names.Select(entry => entry.Value))}.");
    }

    private static T[] ReadAll()
    {
        var all = new List<T>();
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static))
        {
            if (property.PropertyType == typeof(T))
                all.Add((T)property.GetValue(null)!);
        }

        all.Sort();
        return [.. all];
    }

    private static NamedValue<T>[] ReadNames()
    {
        var names = new List<NamedValue<T>>();
        foreach (var value in s_all)
        {
            if (value != Unknown)
                names.Add(new(value, SnakeCase.Of(value.Name)));
        }

        return [.. names];
    }
}
