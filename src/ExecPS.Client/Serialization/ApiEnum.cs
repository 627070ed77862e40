namespace ExecPS.Client.Serialization;

/// <summary>The API's names of an enum's values: <c>past_due</c> for <c>PastDue</c>.</summary>
/// <remarks>
/// Every such enum that answers bring has a value <c>Unknown</c>, which stands for names that this version doesn't know. One
/// that is only asked for needs none.
/// </remarks>
internal static class ApiEnum<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>Each value that the API has a name for, with that name, in the order of the values.</summary>
    public static IReadOnlyList<NamedValue<TEnum>> Names { get; } = ReadNames();

    public static TEnum Unknown { get; } = Enum.TryParse(nameof(Unknown), out TEnum unknown) ? unknown : default;

    public static string ToApiName(TEnum value)
    {
        foreach (var (known, name) in Names)
        {
            if (EqualityComparer<TEnum>.Default.Equals(known, value))
                return name;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"The API has no such {typeof(TEnum).Name}.");
    }

    /// <summary>Reads the API's name or the value's own, in any case; the number behind a value is neither.</summary>
    public static bool TryParse(string text, out TEnum value)
    {
        foreach (var (known, name) in Names)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase)
                || string.Equals(known.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                value = known;
                return true;
            }
        }

        value = Unknown;
        return false;
    }

    private static NamedValue<TEnum>[] ReadNames()
    {
        var names = new List<NamedValue<TEnum>>();
        foreach (TEnum value in Enum.GetValues(typeof(TEnum)))
        {
            var name = value.ToString();
            if (name != nameof(Unknown))
                names.Add(new(value, SnakeCase.Of(name)));
        }

        return [.. names];
    }
}
