using ExecPS.Client;
using ExecPS.Client.Paging;

namespace ExecPS.Export;

/// <summary>How a resource is exported: the name of its file, its columns, and its list.</summary>
internal abstract class ExportDefinition
{
    private readonly int[] _keyPlaces;

    protected ExportDefinition(ExportResource resource, string fileName, IReadOnlyList<ExportColumn> columns, string[] key, string? created, string? changed)
    {
        (Resource, FileName, Columns, KeyColumns) = (resource, fileName, columns, key);
        _keyPlaces = [.. columns.Select(column => Array.IndexOf(key, column.Name))];
        (CreatedColumn, ChangedColumn) = (IndexOf(created), IndexOf(changed));
    }

    public ExportResource Resource { get; }

    /// <summary>The name of the file, without the extension.</summary>
    public string FileName { get; }

    /// <summary>The version of the columns. Increase it when the columns of the resource change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether the resource is exported if none is named.</summary>
    public bool IsDefault { get; init; } = true;

    /// <summary>Whether the next run requests only new and changed rows.</summary>
    public bool IsIncremental => ChangedColumn >= 0;

    public IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>The columns that together identify a row.</summary>
    public IReadOnlyList<string> KeyColumns { get; }

    /// <summary>The column with the time that the file is sorted by; negative if there is none.</summary>
    public int CreatedColumn { get; }

    /// <summary>The column with the time by which the API filters and sorts; negative if there is none.</summary>
    public int ChangedColumn { get; }

    /// <summary>The position of a column in the key; negative if it isn't part of it.</summary>
    public int KeyPlace(int column) => _keyPlaces[column];

    /// <summary>Creates a key. It is empty for a row without an ID, or, if several columns identify a row, for one without a user.</summary>
    public static string Join(string[] key) => key.Length == 1 ? key[0] : Array.TrueForAll(key, part => part == key[0] || part.Length == 0) ? "" : string.Join("/", key);

    /// <summary>Reads the rows.</summary>
    public abstract Task ReadAsync(ExportReading reading);

    private int IndexOf(string? name)
    {
        for (var column = 0; column < Columns.Count; column++)
        {
            if (Columns[column].Name == name)
                return column;
        }

        return -1;
    }
}

/// <summary>A resource that is read as a whole by each run.</summary>
internal sealed class ListDefinition<T>(
    ExportResource resource, string fileName, ColumnList<T> columns, string[] key, string? created, Func<ExportReading, Task<(ExecListing<T> List, Action<T>? Complete)>> open)
    : ExportDefinition(resource, fileName, columns, key, created, null)
    where T : class
{
    public override async Task ReadAsync(ExportReading reading)
    {
        var (list, complete) = await open(reading).ConfigureAwait(false);
        await reading.ReadListAsync(columns, list, complete).ConfigureAwait(false);
    }
}

/// <summary>A resource whose list can be filtered and is sorted by a time, latest first.</summary>
internal sealed class TimedDefinition<T>(
    ExportResource resource, string fileName, ColumnList<T> columns, string[] key, string created, string changed, Func<T, DateTime?> time,
    Func<ExecClient, DateTime?, DateTime?, ExecListing<T>> list, Func<ExecClient, DateTime?, DateTime?, ExecListing<T>>? listRemoved = null)
    : ExportDefinition(resource, fileName, columns, key, created, changed)
    where T : class
{
    public ColumnList<T> RowColumns => columns;

    /// <summary>The time by which the list is filtered and sorted.</summary>
    public Func<T, DateTime?> Time => time;

    /// <summary>The rows between two times, both inclusive.</summary>
    public Func<ExecClient, DateTime?, DateTime?, ExecListing<T>> List => list;

    /// <summary>The rows that were removed from the list between two times. Null if the API has no such list.</summary>
    public Func<ExecClient, DateTime?, DateTime?, ExecListing<T>>? ListRemoved => listRemoved;

    public override Task ReadAsync(ExportReading reading) => new TimedReader<T>(this, reading).ReadAsync();
}
