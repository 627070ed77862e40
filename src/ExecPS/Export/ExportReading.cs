using ExecPS.Client;
using ExecPS.Client.Paging;

namespace ExecPS.Export;

/// <summary>The number of rows of the current resource, for the progress display.</summary>
/// <param name="Rows">The number of rows that were read.</param>
/// <param name="Total">The number of rows to read, as far as it is known.</param>
/// <param name="RequestsLeft">The number of requests that are still needed, as far as it is known.</param>
internal sealed record RowsRead(long Rows, long? Total, long RequestsLeft) : ExecNotice;

/// <summary>Reads one resource: sends requests within the budget, formats rows, and notes whether rows may be missing.</summary>
internal sealed class ExportReading(
    ExecClient client, ExportDefinition definition, ExportOptions options, RequestBudget budget, PreviousFile previous, Func<Journal> openJournal,
    IProgress<ExecNotice> notices, CancellationToken cancellationToken) : IProgress<ExecNotice>, IDisposable
{
    private readonly RowWriter _writer = options.Format.CreateWriter(definition);
    private readonly Lazy<Journal> _journal = new(openJournal);
    private volatile string? _disturbance;
    private long _rows;
    private long _rowsLeft;

    public ExecClient Client => client;

    public PreviousFile Previous => previous;

    public RowTable Table { get; } = new();

    public Journal Journal => _journal.Value;

    /// <summary>The number of requests that a list that is read in parts still needs, as far as it is known.</summary>
    private long RequestsLeft => (_rowsLeft + PagePlan.LargestPageSize - 1) / PagePlan.LargestPageSize;

    /// <summary>Reads a whole list into the table.</summary>
    public Task ReadListAsync<T>(ColumnList<T> columns, ExecListing<T> list, Action<T>? complete)
        where T : class => ReadPagesAsync(list, rows =>
        {
            if (complete is not null)
            {
                foreach (var row in rows)
                    complete(row);
            }

            Table.AddRange(Format(columns, rows));
        });

    /// <summary>Reads a whole list.</summary>
    public Task ReadEachAsync<T>(ExecListing<T> list, Action<T> read)
        where T : class => ReadPagesAsync(list, rows =>
        {
            foreach (var row in rows)
                read(row);
        });

    /// <summary>Reads one page of a list: the rows of one response, which no change of the list can affect.</summary>
    /// <param name="list">The list.</param>
    /// <param name="skip">The number of rows before the page.</param>
    /// <param name="size">The maximum number of rows.</param>
    /// <returns>The rows, and the number of rows in the whole list.</returns>
    public async Task<(IReadOnlyList<T> Rows, long Total)> ReadPageAsync<T>(ExecListing<T> list, int skip, int size)
        where T : class
    {
        budget.Require(1, RequestsLeft);
        var reader = Open(list, new() { First = size, Skip = skip, PageSize = size });
        await using (reader.ConfigureAwait(false))
        {
            var rows = await reader.ReadAsync().ConfigureAwait(false);
            RequireUndisturbed();
            return (rows ?? [], reader.Total ?? 0);
        }
    }

    /// <summary>Reads a whole list. One that needs more requests than are left isn't read, apart from its first pages, which show how many are needed.</summary>
    private async Task ReadPagesAsync<T>(ExecListing<T> list, Action<IReadOnlyList<T>> read)
        where T : class
    {
        var reader = Open(list, new());
        await using (reader.ConfigureAwait(false))
        {
            if (budget.IsLimited)
            {
                budget.Require(reader.QueryCount);
                await reader.CountAsync().ConfigureAwait(false);
                budget.Require(reader.RemainingRequests ?? 0);
            }

            while (await reader.ReadAsync().ConfigureAwait(false) is { } rows)
            {
                read(rows);
                notices.Report(new RowsRead(reader.Given, reader.Total, reader.RemainingRequests ?? 0));
            }

            RequireUndisturbed();
        }
    }

    private ListReader<T> Open<T>(ExecListing<T> list, ListOptions part)
        where T : class => list.Read(part with { ContinueAfterNotFound = true, BeforeRequest = budget.Take }, this, cancellationToken);

    private void RequireUndisturbed()
    {
        if (_disturbance is { } reason)
            throw new ExportIncompleteException(reason);
    }

    /// <summary>Formats rows as in the file.</summary>
    public Row[] Format<T>(ColumnList<T> columns, IReadOnlyList<T> rows) => _writer.Write(columns, rows);

    /// <summary>Reports rows of a list that is read in parts.</summary>
    public void ReportRows(int rows, long left)
    {
        _rows += rows;
        _rowsLeft = Math.Max(left, 0);
        notices.Report(new RowsRead(_rows, _rows + _rowsLeft, RequestsLeft));
    }

    /// <summary>Passes on notices, except those that the result contains.</summary>
    public void Report(ExecNotice value)
    {
        switch (value)
        {
            case RequestRetried:
                budget.Count();
                notices.Report(value);
                break;
            case ListingDisturbed disturbed:
                _disturbance = disturbed.Reason;
                break;
            case ListingPartNotFound:
                // A group, skill, or scenario was deleted after it was listed, so it has no rows.
                break;
            default:
                notices.Report(value);
                break;
        }
    }

    public void Dispose()
    {
        if (_journal.IsValueCreated)
            _journal.Value.Dispose();
    }
}
