using System.Globalization;
using CsvHelper;

namespace ExecPS.Tests.Export;

/// <summary>Reads an exported CSV file with CsvHelper, which rejects malformed quotation marks and rows with another number of cells.</summary>
internal static class ExportFile
{
    private static readonly CsvReaderOptions s_options = new()
    {
        Separator = ',', MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw, SkipEmptyLines = false,
    };

    public static List<Dictionary<string, string>> Read(string path)
    {
        using var reader = CsvReader.FromFile(path, s_options);
        reader.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(reader.Headers!.Select((name, column) => (name, column)).ToDictionary(cell => cell.name, cell => reader.GetString(cell.column)));
        return rows;
    }

    /// <summary>The rows of a file of the model, as <see cref="ModelRow.Signature"/>.</summary>
    public static List<string> Signatures(string path)
    {
        if (!File.Exists(path))
            return [];

        // An incomplete last line would have no end.
        Assert.EndsWith("\r\n", File.ReadAllText(path), StringComparison.Ordinal);
        return [.. Read(path).Select(row =>
        {
            var created = DateTime.Parse(row["CreatedAt"], CultureInfo.InvariantCulture).ToUniversalTime();
            return $"{row["Id"]} {created:s} {row.GetValueOrDefault("Score") ?? row.GetValueOrDefault("BestScore") ?? row["Version"]}";
        })];
    }
}
