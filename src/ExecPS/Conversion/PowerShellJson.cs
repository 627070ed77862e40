using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ExecPS.Client.Serialization;

namespace ExecPS.Conversion;

/// <summary>JSON as PowerShell's objects, and back.</summary>
internal static class PowerShellJson
{
    private const int Deepest = 64;

    private static readonly HashSet<string> s_reservedNames = new(["psobject", "psbase", "psadapted", "psextended", "pstypenames"], StringComparer.OrdinalIgnoreCase);

    /// <summary>An object with a note property for each of the JSON's, an array, a text, a number, a truth value or null. Texts stay texts, times too.</summary>
    /// <param name="json">The JSON.</param>
    public static object? ToObject(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ToPSObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(ToObject).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => ToNumber(json),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The JSON of a hashtable, an object, a list or a plain value; a text is JSON already.</summary>
    /// <param name="value">What is meant.</param>
    /// <exception cref="ArgumentException">The value can't be converted to JSON. The message contains the reason.</exception>
    public static byte[] ToBytes(object value)
    {
        if (value.Unwrap() is string text)
            return Check(text);

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer, value, depth: 0);
        return stream.ToArray();
    }

    /// <summary>What the API calls one of a few names: <c>past_due</c>.</summary>
    /// <param name="name">A value of an enum, a rank or a tier.</param>
    public static string ToApiName(object name) => SnakeCase.Of(name.ToString()!);

    private static PSObject ToPSObject(JsonElement json)
    {
        var result = new PSObject();
        foreach (var property in json.EnumerateObject())
        {
            // PowerShell has no property with an empty name.
            if (property.Name.Length == 0)
                continue;

            // PowerShell reserves these names for views of the object itself.
            var name = s_reservedNames.Contains(property.Name) ? property.Name + "_" : property.Name;

            // JSON allows names that differ only in case, and even the same name twice; PowerShell doesn't. The last one wins.
            result.Properties.Remove(name);
            result.Properties.Add(new PSNoteProperty(name, ToObject(property.Value)));
        }

        return result;
    }

    /// <summary>An integer if the number is one, otherwise a decimal if that loses nothing, otherwise a double.</summary>
    private static object ToNumber(JsonElement json)
    {
        if (json.TryGetInt64(out var integer))
            return integer;

        // On .NET Framework, a number that is too large for a double stays text.
        if (!json.TryGetDouble(out var number))
            return json.GetRawText();
        return json.TryGetDecimal(out var exact) && (double)exact == number ? exact : number;
    }

    private static byte[] Check(string text)
    {
        try
        {
            using (JsonDocument.Parse(text))
                return Encoding.UTF8.GetBytes(text);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("the string isn't valid JSON.", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > Deepest)
            throw new ArgumentException($"it is nested more than {Deepest} levels deep, or contains itself.");

        switch (value.Unwrap())
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool or SwitchParameter:
                writer.WriteBooleanValue(LanguagePrimitives.IsTrue(value));
                break;
            case DateTime time:
                writer.WriteStringValue(time.ToUniversalTime());
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case Enum or Rank or ProficiencyTier:
                writer.WriteStringValue(ToApiName(value.Unwrap()!));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                WriteNumber(writer, value.Unwrap()!);
                break;
            case IDictionary entries:
                WriteObject(writer, entries.Keys.Cast<object>().Select(key => new KeyValuePair<string, object?>(Convert.ToString(key, CultureInfo.InvariantCulture)!, entries[key])), depth);
                break;
            case PSCustomObject:
                WriteObject(writer, ((PSObject)value!).Properties.Select(property => new KeyValuePair<string, object?>(property.Name, property.Value)), depth);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            case Uri or Guid:
                writer.WriteStringValue(value!.ToString());
                break;
            default:
                throw new ArgumentException($"it contains a value of type {value.Unwrap()!.GetType().Name}, which can't be converted to JSON.");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, object number)
    {
        if (number is double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity)
            throw new ArgumentException($"it contains {number}, which isn't a valid JSON number.");
        writer.WriteRawValue(Convert.ToString(number, CultureInfo.InvariantCulture)!);
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members, int depth)
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            Write(writer, member.Value, depth + 1);
        }

        writer.WriteEndObject();
    }
}
