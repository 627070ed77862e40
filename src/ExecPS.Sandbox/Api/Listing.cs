using ExecPS.Sandbox.State;

namespace ExecPS.Sandbox.Api;

/// <summary>A list operation: selects the rows of a request and returns them page by page.</summary>
internal sealed class Listing<TRow, T>(
    Func<ApiRequest, IReadOnlyList<TRow>> rows, Func<ApiRequest, RowSelection<TRow>>? select, Func<TRow, ApiRequest, T> convert)
{
    /// <summary>The last selection, because the next page usually has the same query.</summary>
    private volatile Selected? _last;

    /// <exception cref="ApiProblem">A parameter isn't valid.</exception>
    public ApiResponse Respond(ApiRequest request)
    {
        var paging = Paging.From(request);
        return ApiResponse.Json(PageOf(Select(request), paging, request));
    }

    private IReadOnlyList<TRow> Select(ApiRequest request)
    {
        var selection = select?.Invoke(request) ?? RowSelection<TRow>.All;
        var all = rows(request);
        if (ReferenceEquals(selection, RowSelection<TRow>.All))
            return all;

        var query = request.WithoutPaging;
        if (_last is { } last && ReferenceEquals(last.State, request.State) && last.Query == query)
            return last.Rows;

        var selected = selection.From(all);
        _last = new(request.State, query, selected);
        return selected;
    }

    private Page<T> PageOf(IReadOnlyList<TRow> selected, Paging paging, ApiRequest request)
    {
        var from = Math.Min((long)(paging.Page - 1) * paging.Size, selected.Count);
        var count = Math.Min(paging.Size, selected.Count - (int)from);
        var data = new List<T>(count);
        for (var place = (int)from; place < from + count; place++)
            data.Add(convert(selected[place], request));

        return new()
        {
            Data = data,
            Pagination = new()
            {
                Page = paging.Page,
                PageSize = paging.Size,
                TotalCount = selected.Count,
                TotalPages = (selected.Count + paging.Size - 1) / paging.Size,
            },
        };
    }

    private sealed record Selected(WorkspaceState State, string Query, IReadOnlyList<TRow> Rows);
}
