using System.Text.Json;

namespace ExecPS.Client.Serialization;

/// <summary>Reads an ISO 8601 time as local time and writes it as UTC. A time without an offset is UTC.</summary>
internal sealed class LocalDateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <summary>Reads the time at the reader's position.</summary>
    public static DateTime ReadValue(ref Utf8JsonReader reader)
    {
        var time = reader.GetDateTime();
        return time.Kind switch
        {
            DateTimeKind.Local => time,
            DateTimeKind.Utc => time.ToLocalTime(),
            _ => DateTime.SpecifyKind(time, DateTimeKind.Utc).ToLocalTime(),
        };
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime());
}
