namespace ExecPS.Export;

/// <summary>The type of the values of a column, as about_ExecPS_Export names it.</summary>
internal enum ColumnType
{
    Text,
    Name,
    Number,
    Boolean,
    Time,
    List,
}

/// <summary>A column of a file.</summary>
/// <param name="Name">The name, which is the property of the module's objects.</param>
/// <param name="Type">The type of the values.</param>
internal record ExportColumn(string Name, ColumnType Type);

/// <summary>A column of a file, with the way to write its value of a row.</summary>
internal sealed record ExportColumn<T>(string Name, ColumnType Type, Action<T, RowWriter> Write) : ExportColumn(Name, Type);

/// <summary>The columns of a file. The order is part of the format: new columns are added at the end, with a new version.</summary>
internal sealed class ColumnList<T> : List<ExportColumn<T>>
{
    public ColumnList<T> Text(string name, Func<T, string?> get) => Add(name, ColumnType.Text, (row, writer) => writer.Text(get(row)));

    /// <summary>Adds a column of names from a set, such as statuses.</summary>
    public ColumnList<T> Name(string name, Func<T, object?> get) => Add(name, ColumnType.Name, (row, writer) => writer.Text(get(row)?.ToString()));

    public ColumnList<T> Number(string name, Func<T, double?> get) => Add(name, ColumnType.Number, (row, writer) => writer.Number(get(row)));

    public ColumnList<T> Boolean(string name, Func<T, bool?> get) => Add(name, ColumnType.Boolean, (row, writer) => writer.Boolean(get(row)));

    public ColumnList<T> Time(string name, Func<T, DateTime?> get) => Add(name, ColumnType.Time, (row, writer) => writer.Time(get(row)));

    public ColumnList<T> List(string name, Func<T, IEnumerable<object>?> get) => Add(name, ColumnType.List, (row, writer) => writer.List(get(row)?.Select(static item => item.ToString() ?? "")));

    private ColumnList<T> Add(string name, ColumnType type, Action<T, RowWriter> write)
    {
        Add(new ExportColumn<T>(name, type, write));
        return this;
    }
}
