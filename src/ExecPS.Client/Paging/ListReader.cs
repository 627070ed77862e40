using System.Globalization;
using ExecPS.Client.Errors;
using ExecPS.Client.Models;

namespace ExecPS.Client.Paging;

/// <summary>Gives a list's rows page by page, each row once, all of them or with a notice that some may be missing.</summary>
/// <remarks>
/// A list of one query is cut to its window by the choice of pages. A list of several is the union of their answers; its
/// window counts the rows of the union, so it is cut here. Of a list of several that is read to its end, queries that come
/// next begin when the one before has nothing left to ask for: one at first, twice as many each time the consumer has to
/// wait for one, up to eight.
/// </remarks>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class ListReader<T> : IAsyncDisposable
    where T : class
{
    /// <summary>So many rows in a row with nothing new among them are no list that moved.</summary>
    private const int MostBarrenRows = 300;

    private readonly IProgress<ExecNotice>? _notices;
    private readonly Func<int, PagePlan, PageReader<T>> _open;
    private readonly int _pageSize;
    private readonly bool _readsToTheEnd;
    private readonly bool _continuesAfterNotFound;
    private readonly PageReader<T>?[] _readers;
    private readonly SeenIdSet _given = new();
    private int _query;
    private long _read;
    private long _openedAt;
    private long _toSkip;
    private long? _toGive;
    private PagingDriftDetector _watch = new();
    private SeenIdSet _ofQuery;
    private long _withoutId;
    private int _barren;
    private int _width = 1;

    internal ListReader(
        int queries, ListOptions options, IProgress<ExecNotice>? notices, Func<int, PagePlan, PageReader<T>> open)
    {
        _notices = notices;
        _open = open;
        _pageSize = options.PageSize;
        _readsToTheEnd = options.First is null;
        _continuesAfterNotFound = options.ContinueAfterNotFound;
        _readers = new PageReader<T>?[queries];
        _ofQuery = _given;
        _toGive = options.First;
        if (queries == 1)
            _read = options.Skip;
        else
            _toSkip = options.Skip;
    }

    /// <summary>How many rows were given.</summary>
    public long Given { get; private set; }

    /// <summary>How many rows the API counts for the whole list, as far as it has said; null before the first answer.</summary>
    public long? Total
    {
        get
        {
            long? total = null;
            foreach (var reader in _readers)
                total = reader?.Total is { } count ? (total ?? 0) + count : total;
            return total;
        }
    }

    /// <summary>How many questions are asked for the list, each a request at least.</summary>
    public int QueryCount => _readers.Length;

    /// <summary>Whether <see cref="Total"/> counts every row once: the answers of several queries may overlap.</summary>
    public bool TotalIsExact => _readers.Length <= 1;

    /// <summary>How many rows the API counts for the whole list, whatever part of it is wanted.</summary>
    /// <returns>The sum over the queries.</returns>
    /// <exception cref="ExecException">A request failed.</exception>
    public async Task<long> CountAsync()
    {
        long total = 0;
        for (var query = 0; query < _readers.Length; query++)
        {
            _readers[query] ??= _toGive == 0 ? _open(query, PagePlan.For(0, 1, _pageSize)) : Open(query);
            try
            {
                total += await _readers[query]!.CountAsync().ConfigureAwait(false);
            }
            catch (ExecApiException exception) when (MayContinueAfter(exception, _readers[query]!))
            {
                // Reported when its turn to be read comes.
            }
        }

        return total;
    }

    /// <summary>The next rows; null after the last.</summary>
    /// <exception cref="ExecException">A request failed; what was given before stands.</exception>
    public async Task<IReadOnlyList<T>?> ReadAsync()
    {
        while (_toGive != 0 && _query < _readers.Length)
        {
            var reader = _readers[_query] ??= Open(_query);
            BeginNext(reader);
            List<T>? rows;
            try
            {
                rows = await reader.ReadAsync().ConfigureAwait(false);
            }
            catch (ExecApiException exception) when (MayContinueAfter(exception, reader))
            {
                _notices?.Report(new ListingPartNotFound(exception));
                Advance();
                continue;
            }

            if (rows is not null)
            {
                if (_ofQuery.Count == 0)
                    _ofQuery.Expect(Math.Min(reader.Total ?? 0, _toGive ?? long.MaxValue));
                BeginNext(reader);
                var read = rows.Count;
                _read += read;
                var fresh = OnlyNew(rows, reader.LastRead, _watch, null, out var repeated);
                _watch.Saw(reader.LastRead, repeated);
                RequireProgress(reader, read, repeated);
                if (Cut(fresh) is { Count: > 0 } wanted)
                    return wanted;
            }
            else if (_toGive is not null && _read < reader.Total && _read > _openedAt)
            {
                // The window is read, but some of its rows had been given before: there are more to take.
                await reader.DisposeAsync().ConfigureAwait(false);
                _readers[_query] = Open(_query);
            }
            else if (Cut(await FinishQueryAsync(reader).ConfigureAwait(false)) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Stops the reads in flight.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers)
        {
            if (reader is not null)
                await reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    private PageReader<T> Open(int query)
    {
        var start = query == _query ? _read : 0;
        if (query == _query)
            _openedAt = start;
        return _open(query, PagePlan.For(start, _toGive > long.MaxValue - _toSkip ? null : _toSkip + _toGive, _pageSize));
    }

    /// <summary>Begins queries that come next: lists of a page each would otherwise come one a round trip.</summary>
    private void BeginNext(PageReader<T> reader)
    {
        // A window may be full before they are needed.
        if (!_readsToTheEnd)
            return;

        if (reader is { Total: null, IsWaiting: true })
            _width = Math.Min(_width * 2, PageReader<T>.WidestReadAhead);
        if (!reader.HasAskedForAll)
            return;

        var last = Math.Min(_query + _width, _readers.Length - 1);
        for (var next = _query + 1; next <= last; next++)
        {
            if (_readers[next] is null)
                (_readers[next] = Open(next))!.Begin();
        }
    }

    /// <summary>Goes on to the next query; before that, goes back for rows that slipped by.</summary>
    private async Task<List<T>> FinishQueryAsync(PageReader<T> reader)
    {
        List<T> found = [];
        if (_readsToTheEnd)
        {
            // What stands before the window was never meant to come.
            var before = reader.Plan.Start;
            var repair = new MissedRowRecovery<T>(
                reader, _watch, TakeAgain, () => _ofQuery.Count + _withoutId + before);

            List<T> TakeAgain(List<T> rows, PagingDriftDetector reading, SeenIdSet seen, out int repeated) =>
                OnlyNew(rows, reader.LastRead, reading, seen, out repeated);
            found = await repair.RunAsync().ConfigureAwait(false);
            if (repair.Missing > 0)
                _notices?.Report(new ListingDisturbed(Warn(reader.Request, repair.Missing)));
        }
        else if (_toGive > 0 && _read < reader.Total)
        {
            // The window's pages ended before it, although the list is said to go on.
            _notices?.Report(new ListingDisturbed(Warn(reader.Request, Math.Min(_toGive.Value, reader.Total.Value - _read))));
        }

        Advance();
        return found;
    }

    private void Advance()
    {
        _query++;
        (_read, _withoutId, _barren) = (0, 0, 0);
        _watch = new PagingDriftDetector();
        _ofQuery = new SeenIdSet();
    }

    /// <summary>What isn't found at the first page isn't there; what is gone later leaves a list that isn't whole.</summary>
    private bool MayContinueAfter(ExecApiException exception, PageReader<T> reader) =>
        _continuesAfterNotFound && exception.StatusCode == 404 && reader.Total is null;

    /// <summary>The rows that weren't given before.</summary>
    /// <param name="rows">A page's rows; they are taken out of it.</param>
    /// <param name="page">What the page says.</param>
    /// <param name="reading">What watches this reading of the list.</param>
    /// <param name="seen">The rows of this reading, where it isn't the first.</param>
    /// <param name="repeated">How many rows came before in this reading.</param>
    private List<T> OnlyNew(List<T> rows, PageMetadata page, PagingDriftDetector reading, SeenIdSet? seen, out int repeated)
    {
        var kept = 0;
        repeated = 0;
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row is not IListRow { Id: { } id } listed)
            {
                // What has no identifier can't be recognised, so it is taken from the first reading alone.
                if (seen is not null)
                    continue;

                _withoutId++;
                rows[kept++] = row;
                continue;
            }

            var isNew = _ofQuery.Add(id);
            if (seen is null ? !isNew : !seen.Add(id))
                repeated++;
            else
                reading.SawRow(page, listed.CreatedAt);
            if (isNew && (_ofQuery == _given || _given.Add(id)))
                rows[kept++] = row;
        }

        if (kept < rows.Count)
            rows.RemoveRange(kept, rows.Count - kept);
        return rows;
    }

    /// <summary>Ends a list that goes round in circles: its total may grow for ever.</summary>
    private void RequireProgress(PageReader<T> reader, int rows, int repeated)
    {
        _barren = repeated == rows ? _barren + rows : 0;
        if (_barren >= MostBarrenRows)
            throw new ExecResponseException($"{reader.Request} (page {reader.LastRead.Number})", $"this page and those before it repeat {_barren} rows of earlier pages");
    }

    /// <summary>The rows that lie in the window.</summary>
    private List<T> Cut(List<T> rows)
    {
        var skipped = (int)Math.Min(_toSkip, rows.Count);
        var taken = (int)Math.Min(_toGive ?? long.MaxValue, rows.Count - skipped);
        _toSkip -= skipped;
        _toGive -= taken;
        Given += taken;
        return taken == rows.Count ? rows : rows.GetRange(skipped, taken);
    }

    private static string Warn(string request, long missing) => string.Format(
        CultureInfo.CurrentCulture,
        "The list of {0} changed while it was read: {1:N0} or more of its rows may be missing. Read it again when it is quiet, or in smaller parts, which are read faster.",
        request, missing);
}
