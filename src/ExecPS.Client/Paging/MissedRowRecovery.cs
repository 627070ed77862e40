namespace ExecPS.Client.Paging;

/// <summary>Finds rows that were missed because the list changed while it was read, with a limited number of requests.</summary>
/// <remarks>
/// A short list is read again once. Of a longer list, only the pages near the changes and the first pages, where new and
/// updated rows tend to be, are read again, and only after few changes. A pass that sees no change is complete.
/// </remarks>
/// <param name="reader">The reader of the list; it has read the last page.</param>
/// <param name="first">The detector of the first pass.</param>
internal sealed class MissedRowRecovery<T>(PageReader<T> reader, PagingDriftDetector first)
    where T : class
{
    /// <summary>The maximum number of pages of a list that is read again completely.</summary>
    public const long ShortList = 20;

    /// <summary>The maximum number of changes after which only a few pages are read again. More changes could have moved rows to any page.</summary>
    private const int MaximumChanges = 2;

    private readonly List<T> _found = [];
    private readonly PagingDriftDetector _again = new();

    /// <summary>The minimum number of rows that may still be missing.</summary>
    public long Missing { get; private set; }

    private long FirstPage => reader.Plan.FirstPage;

    /// <summary>Reads pages again if necessary.</summary>
    /// <returns>The rows that were missed.</returns>
    public async Task<List<T>> RunAsync()
    {
        first.Complete();
        if (first.Changes == 0)
            await ReadAgainAsync(first.ShortPages).ConfigureAwait(false);
        else if (reader.LastPage - FirstPage < ShortList)
            await ReadAgainAsync(AllPages()).ConfigureAwait(false);
        else if (PagesNearChanges() is { } pages)
            await ReadAgainAsync(pages).ConfigureAwait(false);
        else
            Missing = first.Changes;

        _again.Complete();

        // The rows before the window aren't missing.
        Missing = Math.Max(Missing + _again.Changes, (reader.Total ?? 0) - first.Rows - reader.Plan.Start);
        return _found;
    }

    /// <summary>The pages up to the end of the list, which may move meanwhile.</summary>
    private IEnumerable<long> AllPages()
    {
        for (var page = FirstPage; page <= reader.LastPage; page++)
            yield return page;
    }

    /// <summary>
    /// The pages near the changes, in reverse order: a row that is removed meanwhile moves others to pages that are read next,
    /// not to pages that were read. Then the first pages. Null if the changes are too many or too far apart.
    /// </summary>
    private IEnumerable<long>? PagesNearChanges()
    {
        // Each change moves the rows after it by one.
        var margin = 1 + (first.Changes / reader.Plan.PageSize);
        var from = Math.Max(FirstPage, first.From - margin);
        var to = Math.Min(reader.LastPage, first.To + margin);
        if (first.Changes > MaximumChanges || to - from > reader.LastPage / 4)
            return null;

        var front = Math.Min(FirstPage + margin - 1, from - 1);
        return Backward(from, to).Concat(Backward(FirstPage, front));

        static IEnumerable<long> Backward(long from, long to)
        {
            for (var page = to; page >= from; page--)
                yield return page;
        }
    }

    private async Task ReadAgainAsync(IEnumerable<long> pages)
    {
        foreach (var page in pages)
        {
            var rows = await reader.ReadAgainAsync(page).ConfigureAwait(false);
            _again.Inspect(reader.LastRead, rows);
            _found.AddRange(rows.Where(first.AddNew));
        }
    }
}
