namespace ExecPS.Client.Paging;

/// <summary>Detects that a list changed during one pass over its pages, and recognizes rows that the pass has returned before.</summary>
/// <remarks>
/// Pages are numbered, so a row that is added or removed moves all rows after it, some of them from a page that is still to
/// be read to one that was read. The signs are: the total changes, a row is repeated, or more rows were created during the
/// pass than the total grew by. Missed rows are near the pages between which the change was noticed.
/// </remarks>
internal sealed class PagingDriftDetector
{
    private const long OldRow = 2 * TimeSpan.TicksPerDay;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private DateTimeOffset? _began;
    private long? _total;
    private long _grown;
    private long _created;
    private long _lastCreated;
    private long _rowsWithoutId;

    /// <summary>The number of detected changes.</summary>
    public long Changes { get; private set; }

    /// <summary>The first page near which the list changed.</summary>
    public long From { get; private set; } = long.MaxValue;

    /// <summary>The last page near which the list changed.</summary>
    public long To { get; private set; }

    /// <summary>The pages with fewer rows than their list's total implies.</summary>
    public List<long> ShortPages { get; } = [];

    /// <summary>The number of distinct rows.</summary>
    public long Rows => _ids.Count + _rowsWithoutId;

    /// <summary>Adds a row if it has an ID that isn't known yet.</summary>
    public bool AddNew<T>(T row) => row is IListRow { Id: { } id } && _ids.Add(id);

    /// <summary>Inspects a page and removes the rows that occurred before in this pass. Rows without an ID remain.</summary>
    /// <returns>The number of repeated rows.</returns>
    public int Inspect<T>(PageMetadata page, List<T> rows)
    {
        var repeated = rows.RemoveAll(row => IsRepeated(page, row));
        if (_total is { } before && before != page.Total)
        {
            _grown += Math.Max(page.Total - before, 0);
            NoteChanges(page.Number - 1, page.Number, Math.Abs(page.Total - before));
        }

        if (repeated > 0)
            NoteChanges(page.Number - 1, page.Number, repeated);
        if (page.IsShort)
            ShortPages.Add(page.Number);
        _total = page.Total;
        _began ??= page.RespondedAt;
        return repeated;
    }

    /// <summary>Ends the pass: compares the rows created during it with the growth of the total.</summary>
    public void Complete()
    {
        if (_created > _grown)
            NoteChanges(1, _lastCreated, _created - _grown);
    }

    private bool IsRepeated<T>(PageMetadata page, T row)
    {
        if (row is not IListRow { Id: { } id } listed)
        {
            _rowsWithoutId++;
            return false;
        }

        if (!_ids.Add(id))
            return true;
        if (WasCreatedDuringPass(page, listed.CreatedAt))
        {
            _created++;
            _lastCreated = page.Number;
        }

        return false;
    }

    /// <remarks>
    /// The server's clock gives whole seconds, so a row created in the second of the first response may be newer than it. A row
    /// that is newer than the response that contains it has a time that can't be trusted. Ticks, because no server's time
    /// may cause an overflow.
    /// </remarks>
    private bool WasCreatedDuringPass(PageMetadata page, DateTime? createdAt)
    {
        // Nearly all rows are older, and the time zone conversion is slow.
        if (createdAt is not { } local || _began is not { } began || local.Ticks < began.UtcTicks - OldRow)
            return false;

        var created = local.ToUniversalTime().Ticks;
        return created >= began.UtcTicks && created <= page.RespondedAt?.UtcTicks + TimeSpan.TicksPerSecond;
    }

    private void NoteChanges(long from, long to, long changes)
    {
        From = Math.Min(From, Math.Max(1, from));
        To = Math.Max(To, to);
        Changes += changes;
    }
}
