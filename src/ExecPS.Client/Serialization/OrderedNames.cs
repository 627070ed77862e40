using System.Reflection;

namespace ExecPS.Client.Serialization;

/// <summary>Maps ordered names to the API's names: <c>NeedsWork</c> to <c>needs_work</c>.</summary>
/// <remarks>Every set of ordered names has an <c>Unknown</c>, which represents names that this version doesn't recognize.</remarks>
internal static class OrderedNames<T>
    where T : OrderedName<T>
{
    private static readonly T[] s_all = ReadAll();

    /// <summary>The value for unknown names. It is the lowest.</summary>
    public static T Unknown { get; } = s_all[0];

    /// <summary>The values that the API has a name for, with that name, in ascending order.</summary>
    public static IReadOnlyList<NamedValue<T>> Names { get; } = ReadNames();

    public static string ToApiName(T value) =>
        Names.FirstOrDefault(entry => entry.Value == value)?.ApiName
        ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"The API has no such {typeof(T).Name}.");

    /// <summary>Parses the API's name or the name of the value. Case is ignored.</summary>
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

        throw new FormatException($"'{text}' isn't a valid {typeof(T).Name}. Valid values: {string.Join(", ", Names.Select(entry => entry.Value))}.");
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
