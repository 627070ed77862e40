using ExecPS.Sandbox.State;

namespace ExecPS.Sandbox.Api;

/// <summary>The API of a workspace, independent of the transport.</summary>
internal sealed class SandboxApi
{
    private readonly SandboxWorkspace _workspace;
    private readonly string _authorization;
    private readonly string _basePath;

    // The routes cache the last query, so each API has its own.
    private readonly Route[] _routes = Routes();

    /// <param name="workspace">The workspace to read and change.</param>
    /// <param name="apiKey">The key to accept.</param>
    /// <param name="basePath">The path of the API.</param>
    public SandboxApi(SandboxWorkspace workspace, string apiKey, string basePath)
    {
        _workspace = workspace;
        _authorization = "Bearer " + apiKey;
        _basePath = "/" + basePath.Trim('/');
    }

    /// <summary>Whether an Authorization header contains the accepted key.</summary>
    public bool Accepts(string? authorization) =>
        string.Equals(authorization, _authorization, StringComparison.Ordinal);

    public ApiResponse Respond(string method, string path, string query, string? authorization, byte[] body)
    {
        try
        {
            if (!Accepts(authorization))
                throw ApiProblem.InvalidKey();

            var allowed = new List<string>();
            foreach (var route in _routes)
            {
                if (RelativePath(path) is not { } relative || !route.Matches(relative, out var id))
                    continue;
                if (route.Method == method)
                    return Respond(route, id, query, body);
                allowed.Add(route.Method);
            }

            return allowed.Count == 0
                ? throw ApiProblem.NotFound("Path", path)
                : ApiProblem.MethodNotAllowed(method).ToResponse() with { Allow = allowed };
        }
        catch (ApiProblem problem)
        {
            return problem.ToResponse();
        }
    }

    /// <summary>The operations, one per line.</summary>
    /// <remarks>Lists are sorted as documented, or newest first if the order isn't documented.</remarks>
    private static Route[] Routes() =>
    [
        Route.One("/workspace", request => request.State.Sample.Workspace),
        Route.List("/workspace/members", request => request.State.Sample.Members, MemberFilters.From, (person, _) => person.ToMember()),
        Route.List("/workspace/groups", request => request.State.Sample.GroupsNewestFirst),
        Route.List("/collections", request => request.State.Sample.Collections),
        Route.List("/scenarios", request => request.State.Scenarios, ScenarioFilters.From, (scenario, request) => scenario.ToScenario(request.Includes("skills"))),
        Route.List("/scenarios/assignments", request => request.State.Assignments, AssignmentFilters.From),
        Route.Write("POST", "/scenarios/{id}/assignments", "assignScenario", ScenarioWrites.Assign),
        Route.One("/scenarios/{id}/access", ScenarioResponses.Access),
        Route.Write("POST", "/scenarios/{id}/access", "grantScenarioAccess", ScenarioWrites.Grant),
        Route.One("/scenarios/{id}/analytics/summary", ScenarioResponses.Summary),
        Route.List("/scenarios/{id}/analytics/participants", new QueryCache<ScenarioParticipant>(ScenarioResponses.Participants).Rows, ParticipantOrder.From),
        Route.List("/sessions", request => request.State.Sample.Sessions.All, SessionFilters.From, (session, _) => session.ToSession()),
        Route.One("/sessions/{id}", request => Found(request.State.Sample.Sessions.Find(request.Id), "Session", request).ToDetail(request.Includes("transcript"), request.Includes("evaluations"))),
        Route.List("/skills", request => request.State.Sample.Skills, null, SkillResponses.Skill),
        Route.List("/skills/{id}/proficiency", new QueryCache<SkillProficiency>(SkillResponses.Proficiency).Rows),
        Route.Write("POST", "/scenario-studio", "createScenarioStudioSession", StudioWrites.CreateSession),
        Route.Write("POST", "/scenario-studio/jobs", "createScenarioJob", StudioWrites.CreateJob),
        Route.One("/scenario-studio/jobs/{id}", request => Found(request.State.Job(request.Id), "Job", request).ToJob()),
        Route.Write("DELETE", "/scenario-studio/jobs/{id}", "cancelScenarioJob", StudioWrites.CancelJob),
        Route.List("/knowledge-hub/folders", request => request.State.Knowledge.Folders, FolderFilters.From, (folder, request) => request.State.Knowledge.WithCounts(folder)),
        Route.One("/knowledge-hub/folders/{id}", request => request.State.Knowledge.WithCounts(Found(request.State.Knowledge.Folder(request.Id), "Folder", request))),
        Route.List("/knowledge-hub/pages", request => request.State.Knowledge.Pages, PageFilters.From, (page, request) => page.ToPage(request.State.Knowledge)),
        Route.Write("POST", "/knowledge-hub/pages", "createKnowledgeHubPage", KnowledgeWrites.CreatePage),
        Route.One("/knowledge-hub/pages/{id}", request => Found(request.State.Knowledge.Page(request.Id), "Page", request).ToDetail(request.State.Knowledge, request.Includes("draft"))),
        Route.Write("PATCH", "/knowledge-hub/pages/{id}", "updateKnowledgeHubPage", KnowledgeWrites.UpdatePage),
        Route.Write("PUT", "/knowledge-hub/pages/{id}", "updateKnowledgeHubPage", KnowledgeWrites.UpdatePage),
        Route.Write("DELETE", "/knowledge-hub/pages/{id}", "archiveKnowledgeHubPage", KnowledgeWrites.ArchivePage),
        Route.List("/knowledge-hub/pages/{id}/versions", request => Found(request.State.Knowledge.Page(request.Id), "Page", request).Versions),
        Route.List("/knowledge-hub/sources", request => request.State.Knowledge.Sources, SourceFilters.From, (source, _) => source.ToSource(withContent: false)),
        Route.Write("POST", "/knowledge-hub/sources", "createKnowledgeHubSource", KnowledgeWrites.CreateSource),
        Route.One("/knowledge-hub/sources/{id}", request => Found(request.State.Knowledge.Source(request.Id), "Source", request).ToSource(request.Includes("content"))),
        Route.Write("DELETE", "/knowledge-hub/sources/{id}", "deleteKnowledgeHubSource", KnowledgeWrites.DeleteSource),
    ];

    private static T Found<T>(T? item, string kind, ApiRequest request)
        where T : class => item ?? throw ApiProblem.NotFound(kind, request.Id);

    private ApiResponse Respond(Route route, string id, string query, byte[] body)
    {
        (WorkspaceState, ApiResponse Response) Change(WorkspaceState state, DateTimeOffset now) => route.Respond(new(state, now, id, query, body));

        return route.OperationId is null
            ? Change(_workspace.State, default).Response
            : _workspace.Write(Change);
    }

    /// <summary>The part of a path below the base path, or null for another path.</summary>
    private string? RelativePath(string path)
    {
        var start = _basePath.Length == 1 ? 0 : _basePath.Length;
        return path.Length > start && path[start] == '/' && path.StartsWith(_basePath, StringComparison.Ordinal) ? path.Substring(start) : null;
    }
}
