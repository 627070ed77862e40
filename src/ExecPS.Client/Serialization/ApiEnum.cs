namespace ExecPS.Client.Serialization;

/// <summary>Maps the values of an enum to the API's names: <c>PastDue</c> to <c>past_due</c>.</summary>
/// <remarks>
/// Every enum that occurs in responses has a value <c>Unknown</c>, which represents names that this version doesn't recognize. An
/// enum that is only used in requests doesn't need one.
/// </remarks>
internal static class ApiEnum<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>The values that the API has a name for, with that name, in the order of the values.</summary>
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

    /// <summary>Parses the API's name or the name of the value. Case is ignored; the number of a value isn't accepted.</summary>
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
