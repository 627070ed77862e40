namespace ExecPS.Sandbox.Api;

/// <summary>An operation of the API: where it is and what it answers.</summary>
internal sealed class Route
{
    private const string IdPlace = "{id}";

    private readonly string _before;

    /// <summary>What follows the identifier; null when the path has none.</summary>
    private readonly string? _after;

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the API's base; <c>{id}</c> stands for an identifier.</param>
    /// <param name="answer">What it answers to a request.</param>
    public Route(string method, string path, Func<ApiRequest, ApiAnswer> answer)
    {
        (Method, Answer) = (method, answer);
        var place = path.IndexOf(IdPlace, StringComparison.Ordinal);
        (_before, _after) = place < 0 ? (path, null) : (path.Substring(0, place), path.Substring(place + IdPlace.Length));
    }

    public string Method { get; }

    public Func<ApiRequest, ApiAnswer> Answer { get; }

    /// <summary>One thing.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="find">Finds it, or throws the <see cref="ApiProblem"/> that says why not.</param>
    public static Route One<T>(string path, Func<ApiRequest, T> find) =>
        new("GET", path, request => ApiAnswer.Ok(find(request), SandboxJson.Of<T>()));

    /// <summary>A list, page by page.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="rows">All rows; a list that stays as it is, or another list whenever it would differ.</param>
    /// <param name="select">Which rows a request asks for; null when the list has neither filters nor orders.</param>
    public static Route List<T>(string path, Func<ApiRequest, IReadOnlyList<T>> rows, Func<ApiRequest, RowSelection<T>>? select = null) =>
        List(path, rows, select, (row, _) => row);

    /// <summary>A list whose rows are written in another shape than they are held.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="rows">All rows; a list that stays as it is, or another list whenever it would differ.</param>
    /// <param name="select">Which rows a request asks for; null when the list has neither filters nor orders.</param>
    /// <param name="shape">What a row shows to a request.</param>
    public static Route List<TRow, T>(
        string path, Func<ApiRequest, IReadOnlyList<TRow>> rows, Func<ApiRequest, RowSelection<TRow>>? select, Func<TRow, ApiRequest, T> shape) =>
        new("GET", path, new Listing<TRow, T>(rows, select, shape).Answer);

    /// <summary>Whether a path is this operation's.</summary>
    /// <param name="path">The path below the API's base, as sent.</param>
    /// <param name="id">The identifier in it, decoded; empty for a path without one.</param>
    public bool IsAt(string path, out string id)
    {
        id = "";
        if (_after is null)
            return path == _before;

        var length = path.Length - _before.Length - _after.Length;
        if (length <= 0 || !path.StartsWith(_before, StringComparison.Ordinal) || !path.EndsWith(_after, StringComparison.Ordinal))
            return false;

        id = path.Substring(_before.Length, length);
        if (id.Contains('/'))
            return false;

        id = Uri.UnescapeDataString(id);
        return true;
    }
}
