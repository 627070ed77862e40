using System.Text.Json;

namespace ExecPS.Client.Serialization;

/// <summary>Keeps the JSON of a row unchanged.</summary>
internal sealed class RawRowConverter : JsonConverter<RawRow>
{
    /// <summary>A row may be JSON null; the page reader decides whether that is valid.</summary>
    public override bool HandleNull => true;

    public override RawRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawRow value, JsonSerializerOptions options) => value.Content.WriteTo(writer);
}
