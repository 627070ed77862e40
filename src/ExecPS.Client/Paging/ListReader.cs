using System.Globalization;
using ExecPS.Client.Errors;

namespace ExecPS.Client.Paging;

/// <summary>Reads a list page by page, each row once. If rows may be missing, it reports or throws that after the last row.</summary>
/// <remarks>
/// A list consists of one query or the union of several. A single query reads only the pages of its window. The window of a
/// union counts the rows of the union, so this class applies it. If the whole union is read, the first pages of the next
/// queries are prefetched when all pages of the current query have been requested.
/// </remarks>
/// <typeparam name="T">The type of the rows.</typeparam>
public sealed class ListReader<T> : IAsyncDisposable
    where T : class
{
    private readonly ListOptions _options;
    private readonly IProgress<ExecNotice>? _notices;
    private readonly Func<int, PagePlan, CancellationToken, PageReader<T>> _open;
    private readonly CancellationToken _cancellationToken;
    private readonly Task<QueryReader<T>>?[] _queries;
    private readonly PrefetchQueue<QueryReader<T>> _begun;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _next;
    private QueryReader<T>? _current;
    private long _toSkip;
    private long? _toReturn;
    private ExecListIncompleteException? _incomplete;
    private Task<IReadOnlyList<T>?>? _read;

    internal ListReader(
        int queries, ListOptions options, IProgress<ExecNotice>? notices, Func<int, PagePlan, CancellationToken, PageReader<T>> open, CancellationToken cancellationToken)
    {
        (_options, _notices, _open, _cancellationToken) = (options, notices, open, cancellationToken);
        _queries = new Task<QueryReader<T>>?[queries];
        _begun = new(NextQuery, cancellationToken);
        _toReturn = options.First;
        _toSkip = TotalIsExact ? 0 : options.Skip;
    }

    /// <summary>The number of rows that were returned.</summary>
    public long Given { get; private set; }

    /// <summary>The number of rows in the whole list, as far as the API has reported it; null before the first response.</summary>
    public long? Total => Begun.Any() ? Begun.Sum(static query => query.Total) : null;

    /// <summary>The number of queries, each of which needs at least one request.</summary>
    public int QueryCount => _queries.Length;

    /// <summary>Whether <see cref="Total"/> counts every row once: the results of several queries may overlap.</summary>
    public bool TotalIsExact => _queries.Length <= 1;

    /// <summary>
    /// The number of responses that are still needed for the whole list, if known; null before the first response. A
    /// request that waits for the rate limit or is in flight is included; requests for missed rows aren't.
    /// </summary>
    public long? RemainingRequests => !Begun.Any() ? null : _toReturn == 0 ? 0
        : Begun.Sum(static query => query.RemainingRequests) + (_options.First is null ? _queries.Count(static query => query is null or { IsCompleted: false }) : 0);

    private IEnumerable<QueryReader<T>> Begun => _queries.Where(static query => query?.Status == TaskStatus.RanToCompletion).Select(static query => query!.Result);

    /// <summary>Gets the number of rows in the whole list, regardless of the part that is read.</summary>
    /// <returns>The sum over the queries.</returns>
    /// <exception cref="ExecException">A request failed.</exception>
    public async Task<long> CountAsync()
    {
        for (var query = 0; query < _queries.Length; query++)
        {
            try
            {
                await Begin(query, _cancellationToken).ConfigureAwait(false);
            }
            catch (ExecApiException exception) when (CanContinueAfter(exception))
            {
                // ReadAsync reports it.
            }
        }

        return Total ?? 0;
    }

    /// <summary>Reads the next rows.</summary>
    /// <returns>One or more rows; null after the last.</returns>
    /// <exception cref="ExecListIncompleteException">All rows were returned, but rows may be missing, and there is no receiver for notices.</exception>
    /// <exception cref="ExecException">A request failed. The rows returned before are valid; reading again throws the same exception.</exception>
    public Task<IReadOnlyList<T>?> ReadAsync() => _read = _read is { IsFaulted: true } or { IsCanceled: true } ? _read : ReadNextAsync();

    /// <summary>Cancels the requests in flight.</summary>
    public async ValueTask DisposeAsync()
    {
        await _begun.DisposeAsync().ConfigureAwait(false);
        if (_current is { } current)
            await current.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<T>?> ReadNextAsync()
    {
        while (_toReturn != 0)
        {
            try
            {
                _current ??= await _begun.ReadAsync(query => _current = query).ConfigureAwait(false);
            }
            catch (ExecApiException exception) when (CanContinueAfter(exception))
            {
                _notices!.Report(new ListingPartNotFound(exception));
                continue;
            }

            if (_current is null)
                return _incomplete is null ? null : throw _incomplete;

            var rows = await _current.ReadAsync().ConfigureAwait(false);
            if (rows is null && _toReturn is not null && await _current.ContinueAsync(RowsToRead).ConfigureAwait(false))
                continue;

            if (TakeWanted(rows ?? await FinishQueryAsync(_current).ConfigureAwait(false)) is { Count: > 0 } wanted)
                return wanted;
        }

        return null;
    }

    /// <summary>The number of rows that the window still needs; null for all.</summary>
    private long? RowsToRead => _toReturn > long.MaxValue - _toSkip ? null : _toSkip + _toReturn;

    /// <summary>The next query to begin: the first page of a query is prefetched when the current query needs no more requests.</summary>
    private Func<CancellationToken, Task<QueryReader<T>>>? NextQuery()
    {
        // A window may be full before the next query is needed.
        if (_next == _queries.Length || (_current is { } current && (_options.First is not null || !current.HasRequestedAll)))
            return null;

        var query = _next++;
        return stop => Begin(query, stop);
    }

    private Task<QueryReader<T>> Begin(int query, CancellationToken cancellationToken)
    {
        return _queries[query] ??= BeginAsync();

        async Task<QueryReader<T>> BeginAsync()
        {
            // Without rows to return, only the total is wanted.
            var plan = _toReturn == 0 ? PagePlan.For(0, 1, _options.PageSize) : PagePlan.For(TotalIsExact ? _options.Skip : 0, RowsToRead, _options.PageSize);
            var reader = new QueryReader<T>(plan => _open(query, plan, cancellationToken), plan, _options.PageSize);
            await reader.BeginAsync().ConfigureAwait(false);
            return reader;
        }
    }

    private async Task<List<T>> FinishQueryAsync(QueryReader<T> query)
    {
        var (rows, missing) = _options.First is null
            ? await query.RecoverAsync().ConfigureAwait(false)
            : ([], query.MissingOf(_toReturn ?? 0));
        if (missing > 0)
            NoteIncomplete(query.Request, missing);

        await query.DisposeAsync().ConfigureAwait(false);
        _current = null;
        return rows;
    }

    private void NoteIncomplete(string request, long missing)
    {
        var reason = string.Format(
            CultureInfo.CurrentCulture,
            "The list of {0} changed while it was read, and at least {1:N0} rows might be missing. Run the command again, or narrow the list with a filter.",
            request, missing);
        if (_notices is null)
            _incomplete ??= new(request, reason);
        else
            _notices.Report(new ListingDisturbed(reason));
    }

    /// <summary>If the first page isn't found, the item doesn't exist. If a later page isn't found, the list is incomplete.</summary>
    private bool CanContinueAfter(ExecApiException exception) => exception.StatusCode == 404 && _options.ContinueAfterNotFound && _notices is not null;

    /// <summary>The rows in the window that no previous query returned.</summary>
    private List<T> TakeWanted(List<T> rows)
    {
        if (_options.First is null)
            _begun.Prefetch();
        if (!TotalIsExact)
            rows.RemoveAll(row => row is IListRow { Id: { } id } && !_ids.Add(id));

        var skipped = (int)Math.Min(_toSkip, rows.Count);
        var taken = (int)Math.Min(_toReturn ?? long.MaxValue, rows.Count - skipped);
        _toSkip -= skipped;
        _toReturn -= taken;
        Given += taken;
        return taken == rows.Count ? rows : rows.GetRange(skipped, taken);
    }
}
