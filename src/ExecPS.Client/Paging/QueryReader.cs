using ExecPS.Client.Errors;

namespace ExecPS.Client.Paging;

/// <summary>Reads the rows of one query, each once. If the list changes meanwhile, it recovers the rows that were missed.</summary>
/// <param name="open">Creates the reader of a plan's pages.</param>
/// <param name="plan">The first plan.</param>
/// <param name="pageSize">The maximum page size.</param>
internal sealed class QueryReader<T>(Func<PagePlan, PageReader<T>> open, PagePlan plan, int pageSize) : IAsyncDisposable
    where T : class
{
    /// <summary>The maximum number of consecutive repeated rows. More aren't explained by a list that changed.</summary>
    public const int MaximumRepeatedRows = 300;

    private readonly PagingDriftDetector _drift = new();
    private PageReader<T> _pages = open(plan);
    private long _position = plan.Start;
    private int _repeatedRows;

    /// <inheritdoc cref="PageReader{T}.Total"/>
    public long? Total => _pages.Total;

    /// <inheritdoc cref="PageReader{T}.RemainingPages"/>
    public long RemainingRequests => _pages.RemainingPages ?? 0;

    /// <inheritdoc cref="PageReader{T}.HasRequestedAll"/>
    public bool HasRequestedAll => _pages.HasRequestedAll;

    /// <inheritdoc cref="PageReader{T}.Request"/>
    public string Request => _pages.Request;

    /// <inheritdoc cref="PageReader{T}.BeginAsync"/>
    public Task BeginAsync() => _pages.BeginAsync();

    /// <summary>Reads the next rows of the plan.</summary>
    /// <returns>The new rows, which may be none; null after the last page.</returns>
    public async Task<List<T>?> ReadAsync()
    {
        if (await _pages.ReadAsync().ConfigureAwait(false) is not { } rows)
            return null;

        var count = rows.Count;
        _position += count;
        var repeated = _drift.Inspect(_pages.LastRead, rows);
        _repeatedRows = repeated == count ? _repeatedRows + count : 0;

        // The total of such a list may increase without end.
        return _repeatedRows < MaximumRepeatedRows ? rows : throw new ExecResponseException(
            $"{Request} (page {_pages.LastRead.Number})", $"this page and the previous pages repeat {_repeatedRows} rows");
    }

    /// <summary>Continues after the plan, because some of its rows were repeated and more are wanted.</summary>
    /// <param name="rows">The number of rows that are still wanted.</param>
    /// <returns>Whether there is more to read.</returns>
    public async Task<bool> ContinueAsync(long? rows)
    {
        if (_position >= Total || _position == _pages.Plan.Start)
            return false;

        await DisposeAsync().ConfigureAwait(false);
        _pages = open(PagePlan.For(_position, rows, pageSize));
        return true;
    }

    /// <summary>Recovers missed rows after the last page of the list.</summary>
    /// <returns>The rows, and the number that may still be missing.</returns>
    public async Task<(List<T> Rows, long Missing)> RecoverAsync()
    {
        var recovery = new MissedRowRecovery<T>(_pages, _drift);
        return (await recovery.RunAsync().ConfigureAwait(false), recovery.Missing);
    }

    /// <summary>Gets how many of the wanted rows are in the list, but not in its pages.</summary>
    public long MissingOf(long wanted) => Math.Max(Math.Min(wanted, (Total ?? 0) - _position), 0);

    /// <inheritdoc cref="PageReader{T}.DisposeAsync"/>
    public ValueTask DisposeAsync() => _pages.DisposeAsync();
}
