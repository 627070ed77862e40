using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Sandbox.Api;

/// <summary>The API over a workspace, whatever carries its requests.</summary>
internal sealed class SandboxApi
{
    private readonly string _authorization;
    private readonly string _basePath;
    private readonly Route[] _routes;

    /// <param name="world">What to answer from.</param>
    /// <param name="apiKey">The key to accept.</param>
    /// <param name="basePath">The path below which the API is.</param>
    /// <param name="assignments">Other assignments than the world's: a list that stays as it is, or another list whenever it would differ.</param>
    public SandboxApi(SandboxWorkspace world, string apiKey, string basePath, Func<IReadOnlyList<Assignment>>? assignments = null)
    {
        _authorization = "Bearer " + apiKey;
        _basePath = "/" + basePath.Trim('/');
        _routes = Routes(world, assignments ?? (() => world.Assignments), SandboxJson.Context);
    }

    /// <summary>The operations. A list is a line, and its filter where it has one.</summary>
    private static Route[] Routes(SandboxWorkspace world, Func<IReadOnlyList<Assignment>> assignments, ExecJsonContext json) =>
    [
        Route.Get("/workspace", world.Workspace, json.Workspace),
        Route.List("/scenarios/assignments", assignments, json.PageAssignment, AssignmentConditions.From),
        Route.List("/collections", () => world.Collections, json.PageCollection),
    ];

    /// <summary>Whether a request's Authorization header opens the workspace.</summary>
    public bool Accepts(string? authorization) =>
        string.Equals(authorization, _authorization, StringComparison.Ordinal);

    public ApiAnswer Answer(string method, string path, string query, string? authorization)
    {
        try
        {
            if (!Accepts(authorization))
                throw ApiProblem.InvalidKey();

            Route? other = null;
            foreach (var route in _routes)
            {
                if (!IsAt(route, path))
                    continue;
                if (route.Method == method)
                    return route.Answer(new ApiQuery(query));
                other = route;
            }

            return other is null
                ? throw ApiProblem.NotFound(path)
                : ApiProblem.MethodNotAllowed(method).ToAnswer() with { Allow = other.Method };
        }
        catch (ApiProblem problem)
        {
            return problem.ToAnswer();
        }
    }

    private bool IsAt(Route route, string path)
    {
        var start = _basePath.Length == 1 ? 0 : _basePath.Length;
        return path.Length == start + route.Path.Length
            && path.StartsWith(_basePath, StringComparison.Ordinal)
            && path.EndsWith(route.Path, StringComparison.Ordinal);
    }
}
