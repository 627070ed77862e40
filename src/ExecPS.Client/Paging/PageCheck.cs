using ExecPS.Client.Errors;
using ExecPS.Client.Models;

namespace ExecPS.Client.Paging;

/// <summary>Refuses a page that contradicts itself or the question: rows taken from it might be the wrong ones.</summary>
internal static class PageCheck
{
    /// <summary>Throws an error that names the page, unless the page can be trusted.</summary>
    public static void Require<T>(Page<T> page, long number, string request)
        where T : class
    {
        var reason = Objection(page, number);
        if (reason is not null)
            throw new ExecResponseException($"{request} (page {number})", reason);
    }

    private static string? Objection<T>(Page<T> page, long number)
        where T : class
    {
        if (page.Data is not { } rows)
            return "it has no rows ('data')";
        if (page.Pagination is not { } position)
            return "it doesn't say where it stands in the list ('pagination')";
        if (position.Page != number)
            return $"it says that it is page {position.Page}";
        if (position.TotalCount is null)
            return "it doesn't say how many rows the list has ('total_count')";
        if (position.TotalCount < 0 || position.TotalPages < 0 || position.PageSize < 0)
            return $"it counts {position.TotalCount} rows in {position.TotalPages} pages of {position.PageSize}";
        if (rows.Contains(null!))
            return "one of its rows is null";
        return null;
    }

    /// <summary>The size that the server gives its pages, when that isn't the size that was asked for.</summary>
    /// <remarks>An answer that names another size but is no longer than asked is taken by its rows, not by its words.</remarks>
    public static int? ServersOwnSize<T>(Page<T> page, int asked)
    {
        var named = page.Pagination!.PageSize;
        return named > 0 && named != asked && (named < asked || page.Data!.Count > asked) ? named : null;
    }
}
