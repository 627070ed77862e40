using System.Text.Json;
using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A row of a list as the API gives it, whatever it is (<see cref="ExecClient.ListRaw"/>).</summary>
[JsonConverter(typeof(RawRowConverter))]
public sealed class RawRow : IListRow
{
    internal RawRow(JsonElement content) => Content = content;

    /// <summary>The row's JSON.</summary>
    public JsonElement Content { get; }

    string? IListRow.Id => Find("id") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id ? id.ToString() : null;

    DateTime? IListRow.CreatedAt =>
        Find("created_at") is { ValueKind: JsonValueKind.String } time && time.TryGetDateTimeOffset(out var created) ? created.LocalDateTime : null;

    /// <summary>The row's JSON, as text.</summary>
    public override string ToString() => Content.GetRawText();

    private JsonElement? Find(string property) =>
        Content.ValueKind == JsonValueKind.Object && Content.TryGetProperty(property, out var value) ? value : null;
}
