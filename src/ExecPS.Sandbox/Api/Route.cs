using ExecPS.Sandbox.State;

namespace ExecPS.Sandbox.Api;

/// <summary>An operation of the API: its method, its path, and the function that responds.</summary>
internal sealed class Route
{
    private const string IdPlaceholder = "{id}";

    private readonly Func<ApiRequest, (WorkspaceState State, ApiResponse Response)> _respond;
    private readonly string _before;

    /// <summary>The part of the path after the ID, or null if the path has no ID.</summary>
    private readonly string? _after;

    private Route(string method, string path, string? operationId, Func<ApiRequest, (WorkspaceState State, ApiResponse Response)> respond)
    {
        (Method, OperationId, _respond) = (method, operationId, respond);
        var place = path.IndexOf(IdPlaceholder, StringComparison.Ordinal);
        (_before, _after) = place < 0 ? (path, null) : (path.Substring(0, place), path.Substring(place + IdPlaceholder.Length));
    }

    public string Method { get; }

    /// <summary>The ID of an operation that changes the workspace; null for one that only reads.</summary>
    public string? OperationId { get; }

    /// <summary>An operation that returns one object.</summary>
    /// <param name="path">The path below the base path.</param>
    /// <param name="find">Finds the object, or throws an <see cref="ApiProblem"/>.</param>
    public static Route One<T>(string path, Func<ApiRequest, T> find) => Read(path, request => ApiResponse.Json(find(request)));

    /// <summary>An operation that returns a list page by page.</summary>
    /// <param name="path">The path below the base path.</param>
    /// <param name="rows">All rows of the request's state.</param>
    /// <param name="select">The filters and the order of a request, or null if the list has neither.</param>
    public static Route List<T>(string path, Func<ApiRequest, IReadOnlyList<T>> rows, Func<ApiRequest, RowSelection<T>>? select = null) =>
        List(path, rows, select, (row, _) => row);

    /// <summary>A list whose rows are converted before they are written.</summary>
    /// <param name="path">The path below the base path.</param>
    /// <param name="rows">All rows of the request's state.</param>
    /// <param name="select">The filters and the order of a request, or null if the list has neither.</param>
    /// <param name="convert">Converts a row.</param>
    public static Route List<TRow, T>(
        string path, Func<ApiRequest, IReadOnlyList<TRow>> rows, Func<ApiRequest, RowSelection<TRow>>? select, Func<TRow, ApiRequest, T> convert) =>
        Read(path, new Listing<TRow, T>(rows, select, convert).Respond);

    /// <summary>An operation that changes the workspace.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the base path.</param>
    /// <param name="operationId">The ID of the operation.</param>
    /// <param name="change">Returns the new state and the response, or throws an <see cref="ApiProblem"/>.</param>
    public static Route Write(string method, string path, string operationId, Func<ApiRequest, (WorkspaceState State, ApiResponse Response)> change) =>
        new(method, path, operationId, change);

    /// <summary>Responds to a request, and returns the state after it.</summary>
    public (WorkspaceState State, ApiResponse Response) Respond(ApiRequest request)
    {
        var (state, response) = _respond(request);
        return (state, ReferenceEquals(state, request.State) ? response : response with { Effect = OperationId });
    }

    /// <summary>Whether a path matches this operation.</summary>
    /// <param name="path">The path below the base path, as sent.</param>
    /// <param name="id">The decoded ID, or an empty string if the path has none.</param>
    public bool Matches(string path, out string id)
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

    private static Route Read(string path, Func<ApiRequest, ApiResponse> respond) => new("GET", path, null, request => (request.State, respond(request)));
}
