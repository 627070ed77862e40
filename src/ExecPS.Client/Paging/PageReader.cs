namespace ExecPS.Client.Paging;

/// <summary>Reads and validates the pages of a plan in order, and prefetches them once the first page has reported the size of the list.</summary>
internal sealed class PageReader<T> : IAsyncDisposable
    where T : class
{
    private readonly string _request;
    private readonly Func<long, int, CancellationToken, Task<Page<T>>> _fetch;
    private readonly CancellationToken _cancellationToken;
    private readonly Action<T>? _complete;
    private readonly PrefetchQueue<Page<T>> _pages;
    private long _nextToRead;
    private long _nextToRequest;
    private List<T>? _firstRows;

    /// <param name="plan">The pages to read.</param>
    /// <param name="request">Method and path, for messages.</param>
    /// <param name="fetch">Requests a page by its number and size.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <param name="complete">Sets the properties of a row that the response omits; null for none.</param>
    public PageReader(
        PagePlan plan, string request, Func<long, int, CancellationToken, Task<Page<T>>> fetch, CancellationToken cancellationToken, Action<T>? complete = null)
    {
        (Plan, _request, _fetch, _cancellationToken, _complete) = (plan, request, fetch, cancellationToken, complete);
        _pages = new(NextRequest, cancellationToken);
    }

    /// <summary>The plan, in the page size of the server if it doesn't use the requested one.</summary>
    public PagePlan Plan { get; private set; }

    /// <summary>Method and path, for messages.</summary>
    public string Request => _request;

    /// <summary>The number of rows in the whole list, as reported last; null before the first page.</summary>
    public long? Total { get; private set; }

    /// <summary>The last page of the list; 0 if it is empty.</summary>
    public long LastPage => Total is > 0 and { } total ? ((total - 1) / Plan.PageSize) + 1 : 0;

    /// <summary>The metadata of the page that was read last.</summary>
    public PageMetadata LastRead { get; private set; }

    /// <summary>The number of pages that are still to be received; null before the first page.</summary>
    public long? RemainingPages => Total is null ? null : Math.Max(LastPlannedPage - _nextToRead + 1, 0);

    /// <summary>Whether all pages were requested, as far as the size of the list is known.</summary>
    public bool HasRequestedAll => Total is not null && _nextToRequest > LastPlannedPage;

    /// <summary>The number of pages that are prefetched.</summary>
    public int Width => _pages.Width;

    private long LastPlannedPage => Math.Min(Plan.LastPage ?? long.MaxValue, LastPage);

    /// <summary>Reads the first page, unless that is done; <see cref="ReadAsync"/> returns its rows.</summary>
    public async Task BeginAsync()
    {
        if (Total is not null)
            return;

        var number = Plan.FirstPage;
        var page = await _fetch(number, Plan.PageSize, _cancellationToken).ConfigureAwait(false);
        if (PageValidator.Validate(page, number, Plan.PageSize, _request, mayChooseSize: true) is { } serverSize)
        {
            Plan = Plan.WithPageSize(serverSize);
            if (number != 1 || Plan.FirstPage != 1)
            {
                number = Plan.FirstPage;
                page = await _fetch(number, serverSize, _cancellationToken).ConfigureAwait(false);
            }
        }

        _firstRows = Accept(page, number);
        _nextToRead = _nextToRequest = number + 1;
    }

    /// <summary>Reads the next page.</summary>
    /// <returns>The rows in the window, which may be none; null after the last page.</returns>
    public async Task<List<T>?> ReadAsync()
    {
        await BeginAsync().ConfigureAwait(false);
        var rows = _firstRows;
        _firstRows = null;
        if (rows is not null)
            _pages.Prefetch();
        else if (_nextToRead <= LastPlannedPage)
            await _pages.ReadAsync(page => rows = Accept(page, _nextToRead++)).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Reads a page again. The result is empty after the end of the list.</summary>
    public async Task<List<T>> ReadAgainAsync(long number) =>
        Accept(await _fetch(number, Plan.PageSize, _cancellationToken).ConfigureAwait(false), number);

    /// <summary>Cancels the requests in flight.</summary>
    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    private Func<CancellationToken, Task<Page<T>>>? NextRequest()
    {
        if (_nextToRequest > LastPlannedPage)
            return null;

        var number = _nextToRequest++;
        return stop => _fetch(number, Plan.PageSize, stop);
    }

    private List<T> Accept(Page<T> page, long number)
    {
        PageValidator.Validate(page, number, Plan.PageSize, _request, mayChooseSize: false);
        var (rows, total) = (page.Data!, page.Pagination!.TotalCount!.Value);
        if (_complete is not null)
            rows.ForEach(_complete);

        var expected = Math.Min(Math.Max(total - ((number - 1) * Plan.PageSize), 0), Plan.PageSize);
        Total = total;
        LastRead = new(number, total, rows.Count < expected, page.RespondedAt);
        var (offset, count) = Plan.Slice(number, rows.Count);
        return count == rows.Count ? rows : rows.GetRange(offset, count);
    }
}
