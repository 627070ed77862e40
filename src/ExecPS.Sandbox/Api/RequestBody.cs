using System.Text.Json;

namespace ExecPS.Sandbox.Api;

/// <summary>Validates the fields of a JSON request body. Unknown fields are ignored.</summary>
/// <remarks>The client's request types aren't used here, so that the sandbox checks what the client sends.</remarks>
internal sealed class RequestBody(JsonElement json)
{
    public bool Has(string name) => json.TryGetProperty(name, out _);

    /// <summary>A required string, which must not be empty.</summary>
    /// <exception cref="ApiProblem">The field is missing, empty, too long, or not a string.</exception>
    public string Required(string name, int? maxLength = null) => Text(name, maxLength) is { Length: > 0 } text ? text : throw ApiProblem.Missing(name);

    /// <summary>An optional string, or null if the field is missing.</summary>
    /// <exception cref="ApiProblem">The value is too long or not a string.</exception>
    public string? Text(string name, int? maxLength = null)
    {
        if (Field(name, JsonValueKind.String)?.GetString() is not { } text)
            return null;
        return text.Length > maxLength ? throw ApiProblem.TooLong(name, maxLength.Value) : text;
    }

    /// <summary>An optional string that must be one of the specified values.</summary>
    /// <exception cref="ApiProblem">The value isn't valid.</exception>
    public string? OneOf(string name, params string[] values) =>
        Text(name) is { } text ? Array.IndexOf(values, text) >= 0 ? text : throw ApiProblem.Invalid(name, text) : null;

    /// <summary>An optional integer that must be at least 1.</summary>
    /// <exception cref="ApiProblem">The value isn't valid.</exception>
    public int? Positive(string name)
    {
        if (Field(name, JsonValueKind.Number) is not { } number)
            return null;
        return number.TryGetInt32(out var value) && value >= 1 ? value : throw ApiProblem.Invalid(name, number.GetRawText());
    }

    /// <summary>A required <c>date-time</c>.</summary>
    /// <exception cref="ApiProblem">The field is missing or isn't a time with an offset.</exception>
    public DateTimeOffset RequiredTime(string name) => Required(name) is var text && ApiTime.ParseExact(text) is { } time ? time : throw ApiProblem.Invalid(name, text);

    /// <summary>An optional absolute http or https URL.</summary>
    /// <exception cref="ApiProblem">The value isn't valid.</exception>
    public Uri? Url(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw ApiProblem.Invalid(name, text);
    }

    /// <summary>An optional list of IDs, each of which must exist. Null if the field is missing.</summary>
    /// <param name="name">The field.</param>
    /// <param name="find">Finds an item by ID.</param>
    /// <exception cref="ApiProblem">The value isn't a list of IDs, or an ID doesn't exist.</exception>
    public IReadOnlyList<T>? Items<T>(string name, Func<string, T?> find)
        where T : class
    {
        if (Field(name, JsonValueKind.Array) is not { } array)
            return null;

        var items = new List<T>();
        foreach (var element in array.EnumerateArray())
        {
            var id = element.ValueKind == JsonValueKind.String ? element.GetString()! : throw ApiProblem.Invalid(name, element.GetRawText());
            var item = find(id) ?? throw ApiProblem.Invalid(name, id);
            if (!items.Contains(item))
                items.Add(item);
        }

        return items;
    }

    /// <summary>Validates an optional object whose values are strings.</summary>
    /// <exception cref="ApiProblem">The value isn't such an object.</exception>
    public void CheckStrings(string name)
    {
        if (Field(name, JsonValueKind.Object) is not { } map)
            return;

        // The values can be secrets, so the error names only the field.
        if (map.EnumerateObject().Any(field => field.Value.ValueKind != JsonValueKind.String))
            throw ApiProblem.BadRequest($"invalid_{name}", $"{name} must contain only strings");
    }

    private JsonElement? Field(string name, JsonValueKind kind)
    {
        if (!json.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == kind
            ? value
            : throw ApiProblem.BadRequest($"invalid_{name}", $"{name} must be {(kind is JsonValueKind.Array or JsonValueKind.Object ? "an" : "a")} {kind.ToString().ToLowerInvariant()}");
    }
}
