using ExecPS.Client.Errors;
using ExecPS.Client.Paging;

namespace ExecPS.Export;

/// <summary>Reads a list that the API filters and sorts by a time. An interrupted run continues where it stopped.</summary>
/// <remarks>
/// <para>
/// A pass reads from the latest row to the oldest. Each request asks for the rows up to the time of the oldest row so far, and not
/// for a page number: rows that are added or removed meanwhile move no other rows, and the position is still right in the next run.
/// </para>
/// <para>
/// A row that changes during a pass may move to the beginning, which was read already. So another pass reads what is newer than the
/// beginning of the pass before, until one response contains all of it, or nothing is newer. A pass of an earlier run is followed by one, too. Rows that
/// were read some time ago may have changed in place: the next run goes back from the beginning of the first pass.
/// </para>
/// </remarks>
internal sealed class TimedReader<T>(TimedDefinition<T> definition, ExportReading reading)
    where T : class
{
    private const int MaximumRestarts = 3;

    private readonly Journal _journal = reading.Journal;

    // A server may return fewer rows per page than requested.
    private int _pageSize = PagePlan.LargestPageSize;

    public async Task ReadAsync()
    {
        while (NextPass() is { } pass)
        {
            while (!pass.IsComplete)
                await ReadPageAsync(pass).ConfigureAwait(false);
        }

        AddRows();
    }

    /// <summary>The pass to continue or to begin. Null if the rows are complete.</summary>
    private JournalPass? NextPass()
    {
        var passes = _journal.Passes;
        if (passes.LastOrDefault(static pass => !pass.IsRemoval) is not { } main)
            return _journal.Begin(isRemoval: false, _journal.From);
        if (!main.IsComplete)
            return main;

        // If nothing is newer than in the pass before, that pass had all rows, however many have the newest time.
        if (main.IsOld || (main.Pages > 1 && main.Newest != main.From))
            return _journal.Begin(isRemoval: false, main.Newest ?? main.From);

        // One response with everything has no removed rows.
        var isSnapshot = passes.Count == 1 && _journal.From is null;
        if (definition.ListRemoved is null || isSnapshot)
            return null;

        var removal = passes[passes.Count - 1] is { IsRemoval: true, IsOld: false } last ? last : _journal.Begin(isRemoval: true, _journal.From ?? passes[0].Newest);
        return removal.IsComplete ? null : removal;
    }

    private async Task ReadPageAsync(JournalPass pass)
    {
        var list = (pass.IsRemoval ? definition.ListRemoved! : definition.List)(reading.Client, pass.From, pass.UpTo);
        var (rows, total) = await reading.ReadPageAsync(list, pass.Skip, _pageSize).ConfigureAwait(false);
        if (rows.Count > 0 && pass.Skip + rows.Count < total)
            _pageSize = rows.Count;
        var times = rows.Select(row => definition.Time(row)?.ToUniversalTime()).OfType<DateTime>().ToList();
        RequireOrder(times);
        pass.Pages++;
        pass.Newest = pass.Newest is { } newest || times.Count == 0 ? pass.Newest : times[0];
        Advance(pass, rows.Count, total, times.Count == 0 ? null : times[times.Count - 1]);
        _journal.Append(pass, reading.Format(definition.RowColumns, rows));
        reading.ReportRows(rows.Count, total - rows.Count);
    }

    private static void Advance(JournalPass pass, int count, long total, DateTime? oldest)
    {
        // If the number of rows changes, those of one time may have moved between pages.
        if (pass.Skip > 0 && total != pass.Total)
        {
            if (++pass.Restarts > MaximumRestarts)
                throw new ExportIncompleteException("The rows of one time changed repeatedly while they were read. Run the command again.");
            (pass.Skip, pass.Total) = (0, null);
            return;
        }

        pass.IsComplete = count == 0 || pass.Skip + count >= total;

        // Filters have whole seconds, and the API may write less of a time than it stores.
        var next = oldest is { } time ? new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond) + TimeSpan.TicksPerSecond, DateTimeKind.Utc) : (DateTime?)null;
        if (next is not null && (pass.UpTo is null || next < pass.UpTo))
            (pass.UpTo, pass.Skip, pass.Total, pass.Restarts) = (next, 0, null, 0);
        else
            (pass.Skip, pass.Total) = (pass.Skip + count, total);
    }

    /// <summary>The position depends on the order.</summary>
    private void RequireOrder(List<DateTime> times)
    {
        for (var place = 1; place < times.Count; place++)
        {
            if (times[place] > times[place - 1])
                throw new ExecResponseException($"the list of {definition.FileName}", "its rows aren't sorted by time, as requested");
        }
    }

    /// <summary>Combines the rows of the previous file that weren't read again with those that were.</summary>
    private void AddRows()
    {
        if (_journal.From is { } from)
            reading.Table.AddRange(reading.Previous.Rows.Where(row => row.ChangedAt < from.Ticks));

        foreach (var (isRemoval, rows) in _journal.Blocks)
        {
            if (!isRemoval)
            {
                reading.Table.AddRange(rows);
                continue;
            }

            foreach (var row in rows)
                reading.Table.Remove(row.Key);
        }
    }
}
