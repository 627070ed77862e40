namespace ExecPS.Client.Paging;

/// <summary>Watches one reading of a list and notices when the list moves under it.</summary>
/// <remarks>
/// The API pages by number, so a row that is added or removed moves all rows after it, some of them from a page that is
/// still to be read to one that was. What gives that away: the total changes; a row comes twice; or more rows came into
/// being meanwhile than the total grew by. Rows that slipped by stand near the pages between which it happened, no farther
/// off than the rows that moved.
/// </remarks>
internal sealed class PagingDriftDetector
{
    /// <summary>The server's clock gives whole seconds.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(1);

    private DateTimeOffset? _began;
    private long? _total;
    private long _grown;
    private long _born;
    private long _lastBirth;

    /// <summary>Whether the list moved.</summary>
    public bool HasMoved => Changes > 0;

    /// <summary>How many changes were noticed.</summary>
    public long Changes { get; private set; }

    /// <summary>The first page near which the list moved.</summary>
    public long From { get; private set; } = long.MaxValue;

    /// <summary>The last page near which the list moved.</summary>
    public long To { get; private set; }

    /// <summary>The pages that had fewer rows than they should.</summary>
    public List<long> ShortPages { get; } = [];

    /// <summary>Takes note of a page.</summary>
    /// <param name="page">What the page says.</param>
    /// <param name="repeated">How many of its rows came before, in this reading.</param>
    public void Saw(PageMetadata page, int repeated)
    {
        _began ??= page.AnsweredAt;
        if (_total is { } before && before != page.Total)
        {
            _grown += Math.Max(page.Total - before, 0);
            Suspect(page.Number - 1, page.Number, Math.Abs(page.Total - before));
        }

        _total = page.Total;
        if (repeated > 0)
            Suspect(page.Number - 1, page.Number, repeated);
        if (page.IsShort)
            ShortPages.Add(page.Number);
    }

    /// <summary>Takes note of a row that came for the first time.</summary>
    public void SawRow(PageMetadata page, DateTime? createdAt)
    {
        // Nearly all rows are older by far, which costs no time zone to see.
        if (createdAt is not { } created || _began is not { } began || created < began.DateTime.AddDays(-2))
            return;

        // Later than the answer that brings it is a clock that can't be trusted.
        if (created > began + ClockStep && created <= page.AnsweredAt + ClockStep)
        {
            _born++;
            _lastBirth = page.Number;
        }
    }

    /// <summary>Draws the sum once all pages were read.</summary>
    public void Close()
    {
        if (_born > _grown)
            Suspect(1, _lastBirth, _born - _grown);
    }

    private void Suspect(long from, long to, long changes)
    {
        From = Math.Min(From, Math.Max(1, from));
        To = Math.Max(To, to);
        Changes += changes;
    }
}
