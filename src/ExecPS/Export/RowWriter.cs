using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ExecPS.Export;

/// <summary>Formats rows: writes the values of each row in the order of the columns, and takes from them what is needed to merge rows.</summary>
internal abstract class RowWriter(ExportDefinition definition)
{
    private readonly string[] _key = new string[definition.KeyColumns.Count];
    private int _column;
    private long _createdAt;
    private long _changedAt;

    /// <summary>The rows that were written.</summary>
    protected ByteBuffer Bytes { get; } = new();

    /// <summary>The position of the current column.</summary>
    protected int Column => _column;

    /// <summary>Formats rows. The result refers to one array.</summary>
    [MethodImpl(Compilation.Optimize)]
    public Row[] Write<T>(ColumnList<T> columns, IReadOnlyList<T> rows)
    {
        var written = new (int End, string Key, long CreatedAt, long ChangedAt)[rows.Count];
        for (var place = 0; place < written.Length; place++)
        {
            (_createdAt, _changedAt, _column) = (0, 0, 0);
            foreach (var column in columns)
            {
                column.Write(rows[place], this);
                _column++;
            }

            EndRow();
            written[place] = (Bytes.Length, ExportDefinition.Join(_key), _createdAt, _changedAt);
        }

        var bytes = Bytes.Take();
        return [.. written.Select((row, place) =>
        {
            var start = place == 0 ? 0 : written[place - 1].End;
            return new Row(bytes, start, row.End - start, row.Key, row.CreatedAt, row.ChangedAt);
        })];
    }

    [MethodImpl(Compilation.Optimize)]
    public void Text(string? value)
    {
        if (definition.KeyPlace(_column) is var place and >= 0)
            _key[place] = value ?? "";
        WriteText(value);
    }

    public void Time(DateTime? value)
    {
        if (value is not { } time)
        {
            WriteNull();
            return;
        }

        var utc = time.ToUniversalTime();
        if (_column == definition.CreatedColumn)
            _createdAt = utc.Ticks;
        if (_column == definition.ChangedColumn)
            _changedAt = utc.Ticks;
        WriteTime(utc);
    }

    /// <summary>Writes a number as JSON does, in every culture.</summary>
    public void Number(double? value)
    {
        if (value is not { } number)
        {
            WriteNull();
            return;
        }

        BeginNumber();
        if (number == (int)number && Utf8Formatter.TryFormat((int)number, Bytes.GetSpan(11), out var length))
            Bytes.Advance(length);
        else
            Bytes.Add(number.ToString("R", CultureInfo.InvariantCulture));
    }

    public abstract void Boolean(bool? value);

    public abstract void List(IEnumerable<string>? values);

    protected abstract void EndRow();

    protected abstract void WriteNull();

    protected abstract void WriteText(string? value);

    protected abstract void WriteTime(DateTime utc);

    /// <summary>Writes what precedes a number.</summary>
    protected abstract void BeginNumber();
}
