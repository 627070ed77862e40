using System.Globalization;
using System.Text.Json;

namespace ExecPS.TestServer.Faults;

/// <summary>The fields of a JSON object. Every field must be read.</summary>
internal sealed class FaultFields
{
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);

    public FaultFields(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException($"A rule must be a JSON object, not {json.ValueKind}.");
        foreach (var field in json.EnumerateObject())
            _left[field.Name] = field.Value;
    }

    /// <summary>A string, or a number as a string.</summary>
    public string? Text(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => throw new FormatException($"'{name}' must be a string."),
    };

    public int? Number(string name) => Text(name) is { } text
        ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{name}' must be an integer.")
        : null;

    public bool Flag(string name) => Take(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw new FormatException($"'{name}' must be true or false."),
    };

    /// <summary>A number, or null for the specified word.</summary>
    public int? NumberOr(string name, string word, int defaultValue)
    {
        if (_left.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() == word)
        {
            _left.Remove(name);
            return null;
        }

        return Number(name) ?? defaultValue;
    }

    public TimeSpan Milliseconds(string name) =>
        TimeSpan.FromMilliseconds(Number(name) ?? throw new FormatException($"'{name}' is missing."));

    public FaultFields? Object(string name) => Take(name) is { } value ? new(value) : null;

    public IReadOnlyDictionary<string, string>? Texts(string name) =>
        Take(name) is { } value ? value.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString()) : null;

    /// <exception cref="FormatException">A field wasn't read.</exception>
    public void RequireEmpty()
    {
        if (_left.Count > 0)
            throw new FormatException($"'{_left.Keys.First()}' isn't a valid field here.");
    }

    private JsonElement? Take(string name) =>
        _left.Remove(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
