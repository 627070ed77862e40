using System.Text.Json;

namespace ExecPS.Client.Serialization;

/// <summary>Reads and writes an ordered name by the API's name. An unknown name becomes <c>Unknown</c> and is reported.</summary>
/// <remarks><c>Unknown</c> is written as <c>unknown</c>, which is read as <c>Unknown</c> again, so a response can be saved and restored.</remarks>
internal sealed class OrderedNameConverter<T> : JsonConverter<T>
    where T : OrderedName<T>
{
    private static readonly NamedValue<T>[] s_names = [.. OrderedNames<T>.Names];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <summary>Reads the name at the reader's position.</summary>
    public static T ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"Expected the name of a {typeof(T).Name}, found {reader.TokenType}.");

        foreach (var name in s_names)
        {
            if (reader.ValueTextEquals(name.Utf8Name))
                return name.Value;
        }

        UnknownValues.Note(typeof(T).Name, reader.GetString() ?? "");
        return OrderedNames<T>.Unknown;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == OrderedNames<T>.Unknown ? UnknownValues.ApiName : OrderedNames<T>.ToApiName(value));
}
