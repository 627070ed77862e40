using ExecPS.Client.Models;

namespace ExecPS.Sandbox.Api;

/// <summary>A list of the API: selects its rows and gives them page by page.</summary>
internal sealed class Listing<TRow, T>(
    Func<ApiRequest, IReadOnlyList<TRow>> rows, Func<ApiRequest, RowSelection<TRow>>? select, Func<TRow, ApiRequest, T> shape)
{
    /// <summary>What was asked last: whoever reads the next page asks the same.</summary>
    private volatile Answered? _last;

    /// <exception cref="ApiProblem">The request asks for what the API doesn't know.</exception>
    public ApiAnswer Answer(ApiRequest request)
    {
        var paging = Paging.From(request);
        return ApiAnswer.Ok(PageOf(Selected(request), paging, request), SandboxJson.Of<Page<T>>());
    }

    private IReadOnlyList<TRow> Selected(ApiRequest request)
    {
        var selection = select?.Invoke(request) ?? RowSelection<TRow>.All;
        var all = rows(request);
        if (ReferenceEquals(selection, RowSelection<TRow>.All))
            return all;

        var question = request.WithoutPaging;
        if (_last is { } last && ReferenceEquals(last.All, all) && last.Question == question)
            return last.Selected;

        var selected = selection.From(all);
        _last = new(all, question, selected);
        return selected;
    }

    private Page<T> PageOf(IReadOnlyList<TRow> selected, Paging paging, ApiRequest request)
    {
        var from = Math.Min((long)(paging.Page - 1) * paging.Size, selected.Count);
        var count = Math.Min(paging.Size, selected.Count - (int)from);
        var data = new List<T>(count);
        for (var place = (int)from; place < from + count; place++)
            data.Add(shape(selected[place], request));

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

    private sealed record Answered(IReadOnlyList<TRow> All, string Question, IReadOnlyList<TRow> Selected);
}
