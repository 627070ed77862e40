namespace ExecPS.Client.Paging;

/// <summary>Goes back for the rows that slipped by while a list moved, within a bounded number of requests.</summary>
/// <remarks>
/// A short list is read again as a whole, until it holds still for once: what was there all the time has come then. Of a
/// long one only its first page, where new rows tend to go, and the pages near which it moved are read again.
/// </remarks>
/// <param name="reader">What read the list.</param>
/// <param name="watch">What watched it.</param>
/// <param name="takeNew">Takes a page's rows and leaves those that are new; says how many came before, by the set given.</param>
/// <param name="count">How many rows of the list came so far.</param>
internal sealed class MissedRowRecovery<T>(PageReader<T> reader, PagingDriftDetector watch, MissedRowRecovery<T>.Take takeNew, Func<long> count)
    where T : class
{
    private const long ShortList = 20;
    private const int MostReadings = 2;

    /// <summary>More changes than these, and what moved where can't be told any more from a few pages.</summary>
    private const int MostChanges = 2;
    private readonly List<T> _found = [];

    /// <summary>Takes the new rows of a page.</summary>
    public delegate List<T> Take(List<T> rows, PagingDriftDetector reading, SeenIdSet seen, out int repeated);

    /// <summary>How many rows may still be missing; 0 when it all adds up.</summary>
    public long Missing { get; private set; }

    private long FirstPage => reader.Plan.FirstPage;

    private long LastPage => reader.Total is > 0 and { } total ? ((total - 1) / reader.Plan.PageSize) + 1 : 0;

    /// <summary>Reads again what must be; gives the rows that had slipped by.</summary>
    public async Task<List<T>> RunAsync()
    {
        watch.Close();
        if (watch.HasMoved && LastPage - FirstPage < ShortList)
            await ReadAllAgainAsync().ConfigureAwait(false);
        else if (watch.HasMoved)
            await ReadNearAgainAsync().ConfigureAwait(false);
        else
            await ReadAgainAsync(watch.ShortPages, new PagingDriftDetector()).ConfigureAwait(false);

        Missing = Math.Max(Missing, (reader.Total ?? 0) - count());
        return _found;
    }

    private async Task ReadAllAgainAsync()
    {
        for (var reading = 0; reading < MostReadings; reading++)
        {
            var again = new PagingDriftDetector();
            await ReadAgainAsync(Pages(FirstPage, long.MaxValue), again).ConfigureAwait(false);
            again.Close();
            Missing = again.Changes;
            if (!again.HasMoved)
                return;
        }
    }

    private async Task ReadNearAgainAsync()
    {
        var margin = 1 + (watch.Changes / reader.Plan.PageSize);
        var from = Math.Max(FirstPage, watch.From - margin);
        var to = Math.Min(LastPage, watch.To + margin);
        var again = new PagingDriftDetector();
        if (watch.Changes > MostChanges || to - from > LastPage / 4)
        {
            Missing = watch.Changes;
            return;
        }

        // Backwards: a row that is removed meanwhile moves others to the pages that come next, not past them.
        await ReadAgainAsync(Pages(from, to).Reverse(), again).ConfigureAwait(false);
        if (from > FirstPage)
            await ReadAgainAsync([FirstPage], again).ConfigureAwait(false);
        again.Close();
        Missing = again.Changes;
    }

    private async Task ReadAgainAsync(IEnumerable<long> pages, PagingDriftDetector again)
    {
        var seen = new SeenIdSet();
        foreach (var page in pages)
        {
            var rows = await reader.ReadAgainAsync(page).ConfigureAwait(false);
            _found.AddRange(takeNew(rows, again, seen, out var repeated));
            again.Saw(reader.LastRead, repeated);
        }
    }

    /// <summary>The pages up to a number or to the list's end, wherever that is by then.</summary>
    private IEnumerable<long> Pages(long from, long to)
    {
        for (var page = from; page <= Math.Min(to, LastPage); page++)
            yield return page;
    }
}
