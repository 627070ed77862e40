using System.Text.Json;

namespace ExecPS.Client.Serialization;

/// <summary>The place of a value in a response, from the path in a <see cref="JsonException"/>: <c>$.data[3].user.email</c>.</summary>
/// <param name="Owner">The steps to the row or object that contains the value: none for a single object.</param>
/// <param name="Field">The steps from there to the value.</param>
internal sealed record JsonValuePath(IReadOnlyList<string> Owner, IReadOnlyList<string> Field)
{
    /// <summary>Parses a path. Returns null if the value can't be replaced: the response itself, its paging data, or a whole row.</summary>
    public static JsonValuePath? Parse(string? path)
    {
        // Property names with special characters are quoted in a path; the API has none.
        if (path is null || !path.StartsWith("$.", StringComparison.Ordinal) || path.Contains('\''))
            return null;

        var steps = path.Substring(2).Replace("[", ".[").Split('.');
        var isRow = steps.Length > 1 && steps[0] == "data" && steps[1].StartsWith("[", StringComparison.Ordinal);
        var owner = isRow ? 2 : 0;
        return steps.Length > owner && (isRow || steps[0] is not ("data" or "pagination")) ? new([.. steps.Take(owner)], [.. steps.Skip(owner)]) : null;
    }

    /// <summary>Replaces the value by null, or by the integer that it equals.</summary>
    /// <param name="json">The response.</param>
    /// <returns>The changed response and the value that is lost; null if there is nothing to replace.</returns>
    public (ReadOnlyMemory<byte> Json, InvalidValue? Invalid)? Replace(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        if (document is null)
            return null;

        JsonElement? found = null;
        using var stream = new MemoryStream(json.Length);
        using (var writer = new Utf8JsonWriter(stream))
            Copy(document.RootElement, writer, [.. Owner, .. Field], 0, value =>
            {
                if (value.ValueKind != JsonValueKind.Null)
                    found = value;
                WriteReplacement(writer, value);
            });

        if (found is not { } original)
            return null;

        var changed = new ReadOnlyMemory<byte>(stream.GetBuffer(), 0, (int)stream.Length);
        return AsInteger(original) is not null
            ? (changed, null)
            : (changed, new InvalidValue(string.Join(".", Field).Replace(".[", "["), FindId(document.RootElement), original.GetRawText()));
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            // It isn't JSON. The first failure has the cause and the position.
            return null;
        }
    }

    /// <summary>Copies JSON, except for the value at the end of the steps. A name that occurs twice is replaced twice.</summary>
    private static void Copy(JsonElement element, Utf8JsonWriter writer, string[] steps, int step, Action<JsonElement> replace)
    {
        if (step == steps.Length)
        {
            replace(element);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in element.EnumerateObject())
            {
                if (property.NameEquals(steps[step]))
                {
                    writer.WritePropertyName(property.Name);
                    Copy(property.Value, writer, steps, step + 1, replace);
                }
                else
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            var index = 0;
            foreach (var item in element.EnumerateArray())
            {
                if (steps[step] == FormattableString.Invariant($"[{index++}]"))
                    Copy(item, writer, steps, step + 1, replace);
                else
                    item.WriteTo(writer);
            }

            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }

    private static void WriteReplacement(Utf8JsonWriter writer, JsonElement value)
    {
        if (AsInteger(value) is { } integer)
            writer.WriteNumberValue(integer);
        else
            writer.WriteNullValue();
    }

    /// <summary>The integer that a number with a fraction or an exponent equals; null for everything else.</summary>
    private static int? AsInteger(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && !value.TryGetInt64(out _) && value.TryGetDecimal(out var number)
        && decimal.Truncate(number) == number && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    private string? FindId(JsonElement root)
    {
        var owner = root;
        if (Owner.Count > 0)
            owner = root.GetProperty(Owner[0])[int.Parse(Owner[1].Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)];
        return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
    }
}
