using System.Runtime.CompilerServices;
using System.Text;

namespace ExecPS.Export;

/// <summary>CSV as in RFC 4180: commas, CRLF, and quotation marks where necessary.</summary>
/// <param name="forExcel">
/// Whether to write a byte order mark, without which Excel doesn't recognize UTF-8, and an apostrophe before text that Excel would
/// evaluate as a formula.
/// </param>
internal sealed class CsvFormat(bool forExcel) : RowFormat(forExcel ? "CsvForExcel" : "Csv", ".csv")
{
    public override byte[] Header(ExportDefinition definition) =>
        [.. forExcel ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(string.Join(",", definition.Columns.Select(static column => column.Name)) + "\r\n")];

    public override RowWriter CreateWriter(ExportDefinition definition) => new Writer(forExcel, definition);

    public override IEnumerable<Row> Read(byte[] bytes, int start, ExportDefinition definition)
    {
        var key = new string[definition.KeyColumns.Count];
        for (var at = start; at < bytes.Length;)
        {
            var (first, created, changed) = (at, 0L, 0L);
            for (var column = 0; ; column++)
            {
                var end = EndOfCell(bytes, at);
                if (definition.KeyPlace(column) is var place and >= 0)
                    key[place] = ReadText(bytes, at, end);
                if (column == definition.CreatedColumn)
                    created = IsoTime.ParseTicks(bytes.AsSpan(at, end - at));
                if (column == definition.ChangedColumn)
                    changed = IsoTime.ParseTicks(bytes.AsSpan(at, end - at));
                at = end + 1;
                if (bytes[end] != ',')
                    break;
            }

            at++;
            yield return new(bytes, first, at - first, ExportDefinition.Join(key), created, changed);
        }
    }

    private static int EndOfCell(byte[] bytes, int at)
    {
        var isQuoted = false;
        for (; ; at++)
        {
            if (bytes[at] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && bytes[at] is (byte)',' or (byte)'\r')
                return at;
        }
    }

    private string ReadText(byte[] bytes, int start, int end)
    {
        var text = Encoding.UTF8.GetString(bytes, start, end - start);
        if (text.Length > 0 && text[0] == '"')
            text = text.Substring(1, text.Length - 2).Replace("\"\"", "\"");
        return forExcel && text.Length > 1 && text[0] == '\'' && IsFormula(text, 1) ? text.Substring(1) : text;
    }

    private static bool IsFormula(string text, int at) => text[at] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private sealed class Writer(bool forExcel, ExportDefinition definition) : RowWriter(definition)
    {
        public override void Boolean(bool? value) => Cell(value?.ToString() ?? "", isQuoted: false);

        public override void List(IEnumerable<string>? values) => WriteText(values is null ? null : string.Join("; ", values));

        protected override void EndRow() => Bytes.Add("\r\n");

        /// <remarks>As in Export-Csv, an empty cell is null, and a cell with only quotation marks is empty text.</remarks>
        protected override void WriteNull() => Cell("", isQuoted: false);

        protected override void WriteText(string? value)
        {
            if (value is null)
                WriteNull();
            else if (forExcel && value.Length > 0 && IsFormula(value, 0))
                Cell("'" + value, NeedsQuotes(value));
            else
                Cell(value, NeedsQuotes(value));
        }

        protected override void WriteTime(DateTime utc)
        {
            BeginNumber();
            IsoTime.Write(Bytes, utc);
        }

        protected override void BeginNumber()
        {
            if (Column > 0)
                Bytes.Add((byte)',');
        }

        /// <remarks>Some readers trim cells, and Excel splits at semicolons in some regions, if a cell has no quotation marks.</remarks>
        [MethodImpl(Compilation.Optimize)]
        private static bool NeedsQuotes(string value)
        {
            if (value.Length == 0 || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[value.Length - 1]))
                return true;

            foreach (var character in value)
            {
                if (character is ',' or '"' or '\r' or '\n' or ';' or '\t')
                    return true;
            }

            return false;
        }

        [MethodImpl(Compilation.Optimize)]
        private void Cell(string value, bool isQuoted)
        {
            BeginNumber();
            if (!isQuoted)
            {
                Bytes.Add(value);
                return;
            }

            Bytes.Add((byte)'"');
            Bytes.Add(value.Replace("\"", "\"\""));
            Bytes.Add((byte)'"');
        }
    }
}
