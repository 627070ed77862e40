namespace ExecPS.Client.Paging;

/// <summary>Determines the pages that contain a window of a list's rows, with the fewest requests.</summary>
/// <remarks>
/// Pages are numbered from 1 and all have one size, so page <c>n</c> contains the rows from <c>(n - 1) * size</c> on. A size
/// that fits a short window into one page saves a request; of several such sizes, the smallest transfers the least. A window
/// that needs more pages uses the maximum size, because the list may end before the window.
/// </remarks>
internal sealed record PagePlan
{
    /// <summary>The API's maximum page size.</summary>
    public const int LargestPageSize = 100;

    private PagePlan(long start, long? end, int pageSize) => (Start, End, PageSize) = (start, end, pageSize);

    /// <summary>The first row of the window, from 0.</summary>
    public long Start { get; }

    /// <summary>The row after the last one of the window; null if the window extends to the end of the list.</summary>
    public long? End { get; }

    /// <summary>The number of rows per page.</summary>
    public int PageSize { get; }

    /// <summary>The first page to read, from 1.</summary>
    public long FirstPage => (Start / PageSize) + 1;

    /// <summary>The last page to read, from 1; null for the last page of the list.</summary>
    public long? LastPage => End is { } end ? ((end - 1) / PageSize) + 1 : null;

    /// <summary>Plans the window of <paramref name="first"/> rows (null: all) after <paramref name="skip"/> rows.</summary>
    public static PagePlan For(long skip, long? first, int largestPageSize)
    {
        if (first is not { } count || count > long.MaxValue - skip)
            return new(skip, null, largestPageSize);

        var end = skip + count;
        var best = largestPageSize;
        for (var size = largestPageSize - 1; size >= 1; size--)
        {
            var pages = Pages(skip, end, size);
            var fewest = Pages(skip, end, best);
            if (pages < fewest || (pages == 1 && fewest == 1))
                best = size;
        }

        return new(skip, end, best);
    }

    /// <summary>Creates a plan for the same window with another page size, if the server doesn't use the requested one.</summary>
    public PagePlan WithPageSize(int pageSize) => new(Start, End, pageSize);

    /// <summary>Returns the rows of a page that are in the window.</summary>
    public (int Offset, int Count) Slice(long page, int rows)
    {
        var pageStart = (page - 1) * PageSize;
        var from = Math.Max(Start - pageStart, 0);
        var to = Math.Min(End - pageStart ?? rows, rows);
        return from < to ? ((int)from, (int)(to - from)) : (0, 0);
    }

    private static long Pages(long start, long end, int size) => ((end - 1) / size) - (start / size) + 1;
}
