using ExecPS.Client.Models;

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
        _routes = Routes(world, assignments ?? (() => world.Assignments));
    }

    /// <summary>The operations. Each is a line, and its conditions where it has some.</summary>
    /// <remarks>Lists have the order that the API documents; where it says nothing, the newest come first.</remarks>
    private static Route[] Routes(SandboxWorkspace world, Func<IReadOnlyList<Assignment>> assignments) =>
    [
        Route.One("/workspace", _ => world.Workspace),
        Route.List("/workspace/members", _ => world.Members, MemberConditions.From, (person, _) => person.ToMember()),
        Route.List("/workspace/groups", _ => world.GroupsNewestFirst),
        Route.List("/collections", _ => world.Collections),
        Route.List("/scenarios", _ => world.ScenarioEntries, request => ScenarioConditions.From(request, world), (scenario, request) => scenario.ToScenario(request.Includes("skills"))),
        Route.List("/scenarios/assignments", _ => assignments(), AssignmentConditions.From),
        Route.One("/scenarios/{id}/access", request => ScenarioAnswers.Access(world, request)),
        Route.One("/scenarios/{id}/analytics/summary", request => ScenarioAnswers.Summary(world, request)),
        Route.List("/scenarios/{id}/analytics/participants", new QueryCache<ScenarioParticipant>(request => ScenarioAnswers.Participants(world, request)).Rows, ParticipantConditions.From),
        Route.List("/sessions", _ => world.Sessions.All, SessionConditions.From, (session, _) => session.ToSession()),
        Route.One("/sessions/{id}", request => Found(world.Sessions.Find(request.Id), "Session", request).ToDetail(request.Includes("transcript"), request.Includes("evaluations"))),
        Route.List("/skills", _ => world.Skills, null, (skill, request) => request.Includes("proficiency") ? world.Proficiencies.WithSummary(skill) : skill),
        Route.List("/skills/{id}/proficiency", new QueryCache<SkillProficiency>(request => SkillAnswers.Proficiency(world, request)).Rows),
        Route.One("/scenario-studio/jobs/{id}", request => Found(world.Job(request.Id), "Job", request)),
        Route.List("/knowledge-hub/folders", _ => world.Knowledge.Folders, FolderConditions.From),
        Route.One("/knowledge-hub/folders/{id}", request => Found(world.Knowledge.Folder(request.Id), "Folder", request)),
        Route.List("/knowledge-hub/pages", _ => world.Knowledge.Pages, PageConditions.From, (page, _) => page.ToPage()),
        Route.One("/knowledge-hub/pages/{id}", request => Found(world.Knowledge.Page(request.Id), "Page", request).ToDetail(request.Includes("draft"))),
        Route.List("/knowledge-hub/pages/{id}/versions", request => Found(world.Knowledge.Page(request.Id), "Page", request).Versions),
        Route.List("/knowledge-hub/sources", _ => world.Knowledge.Sources, request => SourceConditions.From(request, world.Knowledge), (source, _) => source.ToSource(withContent: false)),
        Route.One("/knowledge-hub/sources/{id}", request => Found(world.Knowledge.Source(request.Id), "Source", request).ToSource(request.Includes("content"))),
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
                if (Below(path) is not { } local || !route.IsAt(local, out var id))
                    continue;
                if (route.Method == method)
                    return route.Answer(new ApiRequest(query, id));
                other = route;
            }

            return other is null
                ? throw ApiProblem.NotFound("Path", path)
                : ApiProblem.MethodNotAllowed(method).ToAnswer() with { Allow = other.Method };
        }
        catch (ApiProblem problem)
        {
            return problem.ToAnswer();
        }
    }

    private static T Found<T>(T? thing, string what, ApiRequest request)
        where T : class => thing ?? throw ApiProblem.NotFound(what, request.Id);

    /// <summary>The part of a path below the API's base; null for a path elsewhere.</summary>
    private string? Below(string path)
    {
        var start = _basePath.Length == 1 ? 0 : _basePath.Length;
        return path.Length > start && path[start] == '/' && path.StartsWith(_basePath, StringComparison.Ordinal) ? path.Substring(start) : null;
    }
}
