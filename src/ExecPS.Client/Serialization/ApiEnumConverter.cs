using System.Text.Json;

namespace ExecPS.Client.Serialization;

/// <summary>Reads and writes an enum by the API's names. An unknown name becomes <c>Unknown</c> and is reported.</summary>
/// <remarks><c>Unknown</c> is written as <c>unknown</c>, which is read as <c>Unknown</c> again, so a response can be saved and restored.</remarks>
internal sealed class ApiEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly NamedValue<TEnum>[] s_names = [.. ApiEnum<TEnum>.Names];

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <summary>Reads the name at the reader's position.</summary>
    public static TEnum ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"Expected the name of a {typeof(TEnum).Name}, found {reader.TokenType}.");

        foreach (var name in s_names)
        {
            if (reader.ValueTextEquals(name.Utf8Name))
                return name.Value;
        }

        UnknownValues.Note(typeof(TEnum).Name, reader.GetString() ?? "");
        return ApiEnum<TEnum>.Unknown;
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString() == nameof(ApiEnum<TEnum>.Unknown) ? UnknownValues.ApiName : ApiEnum<TEnum>.ToApiName(value));
}
