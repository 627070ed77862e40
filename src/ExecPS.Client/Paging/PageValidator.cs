using ExecPS.Client.Errors;

namespace ExecPS.Client.Paging;

/// <summary>Rejects a page that is incomplete or contradicts itself or the request, because its rows might be the wrong ones.</summary>
internal static class PageValidator
{
    /// <summary>Validates a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="number">The page number that was requested.</param>
    /// <param name="pageSize">The page size in use.</param>
    /// <param name="request">Method and path, for the message.</param>
    /// <param name="mayChooseSize">Whether the server may use another page size than requested; it may only in the first page.</param>
    /// <returns>The page size of the server if it differs from <paramref name="pageSize"/>; null otherwise.</returns>
    /// <exception cref="ExecResponseException">The page isn't valid.</exception>
    public static int? Validate<T>(Page<T> page, long number, int pageSize, string request, bool mayChooseSize)
        where T : class
    {
        var error = FindError(page, number);
        int? serverSize = null;
        if (error is null)
        {
            serverSize = ServerSize(page, pageSize);
            error = serverSize is null || mayChooseSize
                ? FindErrorInCount(page.Data!.Count, page.Pagination!.TotalCount!.Value, number, serverSize ?? pageSize)
                : $"its pages have {serverSize} rows, but the previous pages had {pageSize}";
        }

        return error is null ? serverSize : throw new ExecResponseException($"{request} (page {number})", error);
    }

    private static string? FindError<T>(Page<T> page, long number)
        where T : class => page switch
        {
            { Data: null } => "it has no rows ('data')",
            { Pagination: null } => "it has no 'pagination'",
            { Pagination: var position } when position.Page != number => $"it is page {position.Page}",
            { Pagination.TotalCount: null } => "it has no 'total_count'",
            { Pagination: { TotalCount: < 0 } or { TotalPages: < 0 } or { PageSize: < 0 } } =>
                $"it reports {page.Pagination.TotalCount} rows in {page.Pagination.TotalPages} pages of {page.Pagination.PageSize}",
            _ => page.Data.Contains(null!) ? "one of its rows is null" : null,
        };

    private static string? FindErrorInCount(int rows, long total, long number, int pageSize)
    {
        var isPastEnd = (number - 1) * pageSize >= total;
        if (rows > pageSize)
            return $"it has {rows} rows, but {pageSize} were requested";
        if (rows > 0 && isPastEnd)
            return $"it has rows, but it reports a total of {total}";
        return rows == 0 && !isPastEnd ? $"it is empty, but it reports a total of {total} rows" : null;
    }

    /// <remarks>The number of rows decides: if a page reports a larger size but has no more rows than requested, it has the requested size.</remarks>
    private static int? ServerSize<T>(Page<T> page, int pageSize)
    {
        var reported = page.Pagination!.PageSize;
        return reported > 0 && reported != pageSize && (reported < pageSize || page.Data!.Count > pageSize) ? reported : null;
    }
}
