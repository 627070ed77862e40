using ExecPS.Client.Errors;
using ExecPS.Client.Models;

namespace ExecPS.Client.Paging;

/// <summary>Reads the pages of a plan in order, some of them ahead of the consumer.</summary>
/// <remarks>
/// One page is read ahead at first; that is all that a consumer who stops early wastes. Each time the consumer has to wait
/// for a page, it is quicker than the wire, and twice as many are read ahead at once, up to eight. Memory holds the pages ahead.
/// Requests start only from calls of the consumer, so there is no thread to stop.
/// </remarks>
internal sealed class PageReader<T>(PagePlan plan, string request, Func<long, int, CancellationToken, Task<Page<T>>> fetch, CancellationToken cancellationToken)
    : IAsyncDisposable
    where T : class
{
    public const int WidestReadAhead = 8;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<Task<Page<T>>> _ahead = new();
    private PagePlan _plan = plan;
    private long _nextToRead = plan.FirstPage;
    private long _nextToAsk = plan.FirstPage;
    private int _width = 1;
    private List<T>? _peeked;
    private bool _hasServersSize;
    private bool _isDisposed;

    /// <summary>How many rows the API counted in the whole list, last time it said so; null before the first page.</summary>
    public long? Total { get; private set; }

    /// <summary>How many pages are read ahead at most, now.</summary>
    public int Width => _width;

    /// <summary>Method and path, for messages.</summary>
    public string Request => request;

    /// <summary>The plan, in the server's page size where it has its own.</summary>
    public PagePlan Plan => _plan;

    /// <summary>What the page that was read last says of the list.</summary>
    public PageMetadata LastRead { get; private set; }

    /// <summary>Whether nothing is left to ask for, as far as the list's size is known.</summary>
    public bool HasAskedForAll => Total is not null && _nextToAsk > LastPage;

    /// <summary>Whether the page that comes next was asked for and isn't there yet.</summary>
    public bool IsWaiting => _peeked is null && _ahead.Count > 0 && !_ahead.Peek().IsCompleted;

    /// <summary>Asks for the first page, for a consumer who will come to it.</summary>
    public void Begin() => Ask();

    /// <summary>The size of the whole list; reads the first page unless that is done.</summary>
    public async Task<long> CountAsync()
    {
        if (Total is null)
            _peeked = await ReadAsync().ConfigureAwait(false);
        return Total ?? 0;
    }

    /// <summary>The next page's rows in the window, an empty list included; null after the last.</summary>
    public async Task<List<T>?> ReadAsync()
    {
        if (_peeked is { } peeked)
        {
            _peeked = null;
            return peeked;
        }

        if (_nextToRead > LastPage)
            return null;

        Ask();
        var number = _nextToRead;
        var task = _ahead.Peek();
        if (!task.IsCompleted && Total is not null)
        {
            _width = Math.Min(_width * 2, WidestReadAhead);
            Ask();
        }

        var page = await task.ConfigureAwait(false);
        PageCheck.Require(page, number, request);
        if (PageCheck.ServersOwnSize(page, _plan.PageSize) is { } size && !TakeServersSize(number, size))
            return await ReadAsync().ConfigureAwait(false);

        _ = _ahead.Dequeue();
        _nextToRead++;
        Note(page, number);
        Ask();
        return Slice(page.Data!, number);
    }

    /// <summary>Reads a page once more, after the last: the list has moved, and rows with it. Empty past the list's end.</summary>
    public async Task<List<T>> ReadAgainAsync(long number)
    {
        var page = await fetch(number, _plan.PageSize, _stop.Token).ConfigureAwait(false);
        PageCheck.Require(page, number, request);
        Note(page, number);
        return Slice(page.Data!, number);
    }

    /// <summary>Stops the reads in flight and waits until they have stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        _stop.Cancel();
        foreach (var task in _ahead)
        {
            // Nobody wants these pages any more, nor to know why one of them failed.
            await Task.WhenAny(task).ConfigureAwait(false);
            _ = task.Exception;
        }

        _ahead.Clear();
        _stop.Dispose();
    }

    private long LastPage => Math.Min(
        _plan.LastPage ?? long.MaxValue,
        Total switch
        {
            null => long.MaxValue,
            0 => 0,
            { } total => ((total - 1) / _plan.PageSize) + 1,
        });

    private void Ask()
    {
        while (_nextToAsk - _nextToRead < _width && _nextToAsk <= LastPage)
            _ahead.Enqueue(fetch(_nextToAsk++, _plan.PageSize, _stop.Token));
    }

    /// <summary>Goes on in the server's page size; false when the page in hand isn't the first of the new plan.</summary>
    private bool TakeServersSize(long number, int size)
    {
        if (Total is not null || _hasServersSize)
            throw new ExecResponseException($"{request} (page {number})", $"its pages have {size} rows, those before had {_plan.PageSize}");

        _hasServersSize = true;
        _plan = _plan.WithPageSize(size);
        if (number == _plan.FirstPage && number == 1)
            return true;

        _ahead.Clear();
        _nextToRead = _nextToAsk = _plan.FirstPage;
        return false;
    }

    private void Note(Page<T> page, long number)
    {
        var rows = page.Data!.Count;
        Total = page.Pagination!.TotalCount!.Value;
        if (rows > _plan.PageSize)
            throw new ExecResponseException($"{request} (page {number})", $"it has {rows} rows where {_plan.PageSize} were asked for");
        if (rows > 0 && (number - 1) * _plan.PageSize >= Total)
            throw new ExecResponseException($"{request} (page {number})", $"it has rows, although the list is said to have {Total}");
        if (rows == 0 && (number - 1) * _plan.PageSize < Total)
            throw new ExecResponseException($"{request} (page {number})", $"it is empty, although the list is said to have {Total} rows");

        var expected = Math.Min(Math.Max(Total.Value - ((number - 1) * _plan.PageSize), 0), _plan.PageSize);
        LastRead = new(number, Total.Value, rows < expected, page.AnsweredAt);
    }

    private List<T> Slice(List<T> rows, long number)
    {
        var (offset, count) = _plan.Slice(number, rows.Count);
        return count == rows.Count ? rows : rows.GetRange(offset, count);
    }
}
