namespace ExecPS.Sandbox.Api;

/// <summary>Rows that have to be reckoned, remembered for whoever reads the next page.</summary>
/// <param name="reckon">Reckons the rows; the same for the same question.</param>
internal sealed class QueryCache<T>(Func<ApiRequest, IReadOnlyList<T>> reckon)
{
    private volatile Reckoned? _last;

    public IReadOnlyList<T> Rows(ApiRequest request)
    {
        var question = request.WithoutPaging;
        if (_last is { } last && last.Question == question)
            return last.Rows;

        var rows = reckon(request);
        _last = new(question, rows);
        return rows;
    }

    private sealed record Reckoned(string Question, IReadOnlyList<T> Rows);
}
