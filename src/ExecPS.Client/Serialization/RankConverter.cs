using System.Text.Json;
using System.Text.Json.Serialization;
using ExecPS.Client.Models;

namespace ExecPS.Client.Serialization;

/// <summary>Reads and writes a rank by the API's name. A name that isn't known becomes <c>Unknown</c> and is noted.</summary>
internal sealed class RankConverter : JsonConverter<Rank>
{
    public override Rank Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"Expected the name of a rank, found {reader.TokenType}.");

        if (reader.ValueTextEquals("gold"u8))
            return Rank.Gold;
        if (reader.ValueTextEquals("silver"u8))
            return Rank.Silver;
        if (reader.ValueTextEquals("bronze"u8))
            return Rank.Bronze;
        if (reader.ValueTextEquals("unranked"u8))
            return Rank.Unranked;

        UnknownValues.Note(nameof(Rank), reader.GetString() ?? "");
        return Rank.Unknown;
    }

    public override void Write(Utf8JsonWriter writer, Rank value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name.ToLowerInvariant());
}
