namespace ExecPS.Sandbox.Api;

/// <summary>Keeps the last calculated rows, because the next page usually has the same query.</summary>
/// <param name="calculate">Calculates the rows from data that no write changes.</param>
internal sealed class QueryCache<T>(Func<ApiRequest, IReadOnlyList<T>> calculate)
{
    private volatile Result? _last;

    public IReadOnlyList<T> Rows(ApiRequest request)
    {
        var query = request.WithoutPaging;
        if (_last is { } last && last.Query == query)
            return last.Rows;

        var rows = calculate(request);
        _last = new(query, rows);
        return rows;
    }

    private sealed record Result(string Query, IReadOnlyList<T> Rows);
}
