using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;

namespace ExecPS.Sandbox.Api;

/// <summary>A list of the API: filters its rows and gives them page by page.</summary>
/// <param name="rows">All rows; a list that stays as it is, or another list whenever it would differ.</param>
/// <param name="type">How a page is written.</param>
/// <param name="filterOf">What a query narrows the list to; null when the list has no filters.</param>
internal sealed class Listing<T>(Func<IReadOnlyList<T>> rows, JsonTypeInfo<Page<T>> type, Func<ApiQuery, RowFilter<T>>? filterOf)
{
    /// <summary>What was asked last: whoever reads the next page asks the same.</summary>
    private volatile Answered? _last;

    /// <exception cref="ApiProblem">The query asks for what the API doesn't know.</exception>
    public ApiAnswer Answer(ApiQuery query)
    {
        var paging = Paging.From(query);
        var filter = filterOf?.Invoke(query) ?? RowFilter<T>.All;
        var matching = Select(rows(), filter);
        return ApiAnswer.Ok(PageOf(matching, paging), type);
    }

    private IReadOnlyList<T> Select(IReadOnlyList<T> all, RowFilter<T> filter)
    {
        if (filter.Matches is not { } matches)
            return all;
        if (_last is { } last && ReferenceEquals(last.All, all) && last.Key == filter.Key)
            return last.Matching;

        T[] matching = [.. all.Where(matches)];
        _last = new(all, filter.Key, matching);
        return matching;
    }

    private static Page<T> PageOf(IReadOnlyList<T> matching, Paging paging)
    {
        var from = Math.Min((long)(paging.Page - 1) * paging.Size, matching.Count);
        var count = Math.Min(paging.Size, matching.Count - (int)from);
        var data = new List<T>(count);
        for (var place = (int)from; place < from + count; place++)
            data.Add(matching[place]);

        return new()
        {
            Data = data,
            Pagination = new()
            {
                Page = paging.Page,
                PageSize = paging.Size,
                TotalCount = matching.Count,
                TotalPages = (matching.Count + paging.Size - 1) / paging.Size,
            },
        };
    }

    private sealed record Answered(IReadOnlyList<T> All, string Key, IReadOnlyList<T> Matching);
}
