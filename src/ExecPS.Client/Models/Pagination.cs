namespace ExecPS.Client.Models;

/// <summary>The position of a page in its list, as the API returns it.</summary>
internal sealed class Pagination
{
    /// <summary>The page number, from 1.</summary>
    public long Page { get; set; }

    /// <summary>The number of rows in a full page.</summary>
    public int PageSize { get; set; }

    /// <summary>The number of rows in the whole list; null, not 0, if the response doesn't contain it.</summary>
    public long? TotalCount { get; set; }

    /// <summary>The number of pages in the whole list.</summary>
    public long TotalPages { get; set; }
}
