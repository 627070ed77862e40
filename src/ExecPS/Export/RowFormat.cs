namespace ExecPS.Export;

/// <summary>The format of a file: writes rows, and reads from existing rows what is needed to merge them.</summary>
internal abstract class RowFormat(string name, string extension)
{
    /// <summary>The name of the format in the state of the folder.</summary>
    public string Name => name;

    public string Extension => extension;

    public static RowFormat Of(ExportFormat format, bool forExcel) => format == ExportFormat.JsonLines ? new JsonLinesFormat() : new CsvFormat(forExcel);

    /// <summary>The bytes before the first row.</summary>
    public abstract byte[] Header(ExportDefinition definition);

    public abstract RowWriter CreateWriter(ExportDefinition definition);

    /// <summary>Reads the rows that this format wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="start">The position of the first row.</param>
    /// <param name="definition">The columns.</param>
    public abstract IEnumerable<Row> Read(byte[] bytes, int start, ExportDefinition definition);
}
