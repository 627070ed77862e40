using System.Text.Json;

namespace ExecPS.Client.Models;

/// <summary>A row of any list, as the API returns it (<see cref="ExecClient.ListRaw"/>).</summary>
[JsonConverter(typeof(RawRowConverter))]
public sealed class RawRow : IListRow
{
    internal RawRow(JsonElement content) => Content = content;

    /// <summary>The JSON of the row.</summary>
    public JsonElement Content { get; }

    string? IListRow.Id => Find("id") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id ? id.ToString() : null;

    DateTime? IListRow.CreatedAt =>
        Find("created_at") is { ValueKind: JsonValueKind.String } time && time.TryGetDateTimeOffset(out var created) ? created.LocalDateTime : null;

    /// <summary>Returns the JSON of the row.</summary>
    public override string ToString() => Content.GetRawText();

    private JsonElement? Find(string property) =>
        Content.ValueKind == JsonValueKind.Object && Content.TryGetProperty(property, out var value) ? value : null;
}
