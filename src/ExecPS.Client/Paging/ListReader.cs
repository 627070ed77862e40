using ExecPS.Client.Models;

namespace ExecPS.Client.Paging;

/// <summary>Gives a list's rows page by page, each row once.</summary>
/// <remarks>
/// A list of one query is cut to its window by the choice of pages. A list of several is the union of their answers; its
/// window counts the rows of the union, so it is cut here.
/// </remarks>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class ListReader<T> : IAsyncDisposable
    where T : class
{
    private readonly IReadOnlyList<string> _queries;
    private readonly Func<string, PagePlan, PageReader<T>> _open;
    private readonly int _pageSize;
    private readonly PageReader<T>?[] _readers;
    private readonly RowSet _given = new();
    private int _query;
    private long _read;
    private long _toSkip;
    private long? _toGive;

    internal ListReader(IReadOnlyList<string> queries, ListOptions options, Func<string, PagePlan, PageReader<T>> open)
    {
        _queries = queries;
        _open = open;
        _pageSize = options.PageSize;
        _readers = new PageReader<T>?[queries.Count];
        _toGive = options.First;
        if (queries.Count == 1)
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

    /// <summary>Whether <see cref="Total"/> counts every row once: the answers of several queries may overlap.</summary>
    public bool TotalIsExact => _queries.Count <= 1;

    /// <summary>How many rows the API counts for the whole list, whatever part of it is wanted.</summary>
    /// <returns>The sum over the queries.</returns>
    /// <exception cref="Errors.ExecException">A request failed.</exception>
    public async Task<long> CountAsync()
    {
        long total = 0;
        for (var query = 0; query < _queries.Count; query++)
        {
            _readers[query] ??= _toGive == 0 ? _open(_queries[query], PagePlan.For(0, 1, _pageSize)) : Open(query);
            total += await _readers[query]!.CountAsync().ConfigureAwait(false);
        }

        return total;
    }

    /// <summary>The next rows; null after the last.</summary>
    /// <exception cref="Errors.ExecException">A request failed; what was given before stands.</exception>
    public async Task<IReadOnlyList<T>?> ReadAsync()
    {
        while (_toGive != 0 && _query < _queries.Count)
        {
            var reader = _readers[_query] ??= Open(_query);
            if (await reader.ReadAsync().ConfigureAwait(false) is { } rows)
            {
                _read += rows.Count;
                if (Take(rows) is { Count: > 0 } wanted)
                    return wanted;
            }
            else if (_toGive is not null && _read < reader.Total && _readers[_query] is not null)
            {
                // The window is read, but some of its rows had been given before: there are more to take.
                await reader.DisposeAsync().ConfigureAwait(false);
                _readers[_query] = Open(_query);
            }
            else
            {
                _query++;
                _read = 0;
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

    private PageReader<T> Open(int query) =>
        _open(_queries[query], PagePlan.For(query == _query ? _read : 0, _toSkip + _toGive, _pageSize));

    /// <summary>The rows that weren't given before and lie in the window.</summary>
    private List<T> Take(List<T> rows)
    {
        var kept = 0;
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row is IHasId { Id: { } id } && !_given.Add(id))
                continue;
            if (_toSkip > 0)
            {
                _toSkip--;
                continue;
            }

            if (_toGive == 0)
                break;

            _toGive--;
            rows[kept++] = row;
        }

        if (kept < rows.Count)
            rows.RemoveRange(kept, rows.Count - kept);
        Given += kept;
        return rows;
    }
}
