namespace ExecPS.Client.Paging;

/// <summary>Specifies which part of a list to read, and how.</summary>
public sealed record ListOptions
{
    /// <summary>The maximum number of rows; null for all. Not negative.</summary>
    public long? First { get; init; }

    /// <summary>The number of rows to skip. Not negative.</summary>
    public long Skip { get; init; }

    /// <summary>
    /// For the lists that belong to several items, such as the participants of several scenarios: whether to report an item that
    /// isn't found as <see cref="ListingPartNotFound"/> and to continue with the next. Otherwise, or if the reader has no
    /// receiver for notices, reading fails.
    /// </summary>
    public bool ContinueAfterNotFound { get; init; }

    /// <summary>The maximum number of rows per request, 1 to 100.</summary>
    public int PageSize { get; init; } = PagePlan.LargestPageSize;

    /// <summary>Called before each request is begun, on any thread. If it throws an exception, reading fails with it. Null for none.</summary>
    internal Action? BeforeRequest { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A property is out of range.</exception>
    internal void RequireRanges()
    {
        Ranges.Require(First is null or >= 0, nameof(First), First ?? 0, "0 or more, or null");
        Ranges.Require(Skip >= 0, nameof(Skip), Skip, "0 or more");
        Ranges.Require(PageSize is >= 1 and <= PagePlan.LargestPageSize, nameof(PageSize), PageSize, $"1 to {PagePlan.LargestPageSize}");
    }
}
