namespace ExecPS.Client.Models;

/// <summary>Where a page stands in its list, as the API answers it.</summary>
internal sealed class Pagination
{
    /// <summary>The page's number, from 1.</summary>
    public long Page { get; set; }

    /// <summary>How many rows a full page has.</summary>
    public int PageSize { get; set; }

    /// <summary>How many rows the whole list has; null when the answer doesn't say, so that it isn't taken for none.</summary>
    public long? TotalCount { get; set; }

    /// <summary>How many pages the whole list has.</summary>
    public long TotalPages { get; set; }
}
