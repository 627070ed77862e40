namespace ExecPS.Client.Paging;

/// <summary>Which part of a list is wanted.</summary>
public sealed record ListOptions
{
    /// <summary>How many rows; null for all, not negative.</summary>
    public long? First { get; init; }

    /// <summary>How many rows to leave out at the start; not negative.</summary>
    public long Skip { get; init; }

    /// <summary>
    /// Whether a list of several things' own, of which one isn't found, goes on with the next and reports a
    /// <see cref="ListingPartNotFound"/>; otherwise the failure ends the reading.
    /// </summary>
    public bool ContinueAfterNotFound { get; init; }

    /// <summary>The largest page to ask for, 1 to 100 rows.</summary>
    public int PageSize { get; init; } = PagePlan.LargestPageSize;

    /// <exception cref="ArgumentOutOfRangeException">A property is out of its range.</exception>
    internal void RequireRanges()
    {
        Ranges.Require(First is null or >= 0, nameof(First), First ?? 0, "0 or more, or null");
        Ranges.Require(Skip >= 0, nameof(Skip), Skip, "0 or more");
        Ranges.Require(PageSize is >= 1 and <= PagePlan.LargestPageSize, nameof(PageSize), PageSize, $"1 to {PagePlan.LargestPageSize}");
    }
}
