using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ExecPS.Export;

/// <summary>JSON Lines: one object per line, with typed values. Every object has every property.</summary>
internal sealed class JsonLinesFormat() : RowFormat("JsonLines", ".jsonl")
{
    public override byte[] Header(ExportDefinition definition) => [];

    public override RowWriter CreateWriter(ExportDefinition definition) =>
        new Writer(definition);

    public override IEnumerable<Row> Read(byte[] bytes, int start, ExportDefinition definition)
    {
        for (var at = start; at < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', at) + 1;
            yield return ReadRow(bytes, at, end - at, definition);
            at = end;
        }
    }

    private static Row ReadRow(byte[] bytes, int start, int length, ExportDefinition definition)
    {
        var key = new string[definition.KeyColumns.Count];
        var (created, changed, column) = (0L, 0L, -1);
        var json = new Utf8JsonReader(bytes.AsSpan(start, length));
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                column++;
                continue;
            }

            if (json.CurrentDepth != 1 || json.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                continue;
            if (definition.KeyPlace(column) is var place and >= 0)
                key[place] = json.GetString() ?? "";
            if (column == definition.CreatedColumn)
                created = IsoTime.ParseTicks(json.ValueSpan);
            if (column == definition.ChangedColumn)
                changed = IsoTime.ParseTicks(json.ValueSpan);
        }

        return new(bytes, start, length, ExportDefinition.Join(key), created, changed);
    }

    private sealed class Writer(ExportDefinition definition) : RowWriter(definition)
    {
        private readonly byte[][] _names =
            [.. definition.Columns.Select(static (column, place) => Encoding.ASCII.GetBytes($"{(place == 0 ? "{" : ",")}\"{column.Name}\":"))];

        public override void Boolean(bool? value)
        {
            BeginNumber();
            Bytes.Add(value switch { true => "true", false => "false", null => "null" });
        }

        public override void List(IEnumerable<string>? values)
        {
            if (values is null)
            {
                WriteNull();
                return;
            }

            BeginNumber();
            Bytes.Add((byte)'[');
            var isFirst = true;
            foreach (var value in values)
            {
                if (!isFirst)
                    Bytes.Add((byte)',');
                isFirst = false;
                Quote(value);
            }

            Bytes.Add((byte)']');
        }

        protected override void EndRow() => Bytes.Add("}\n");

        protected override void WriteNull()
        {
            BeginNumber();
            Bytes.Add("null");
        }

        protected override void WriteText(string? value)
        {
            if (value is null)
            {
                WriteNull();
                return;
            }

            BeginNumber();
            Quote(value);
        }

        protected override void WriteTime(DateTime utc)
        {
            BeginNumber();
            Bytes.Add((byte)'"');
            IsoTime.Write(Bytes, utc);
            Bytes.Add((byte)'"');
        }

        protected override void BeginNumber() => Bytes.Add(_names[Column]);

        private void Quote(string value)
        {
            Bytes.Add((byte)'"');
            Bytes.Add(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            Bytes.Add((byte)'"');
        }
    }
}
