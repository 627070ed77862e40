using System.Text.Json;
using System.Text.Json.Nodes;
using ExecPS.Sandbox.State;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>Creates Scenario Studio sessions, and creates and cancels jobs.</summary>
/// <remarks>A job starts one second after its creation and finishes three seconds later. Callbacks aren't sent.</remarks>
internal static class StudioWrites
{
    private const int MaxPromptLength = 10_000;
    private const int MaxContextLength = 50_000;

    private static readonly TimeSpan s_queued = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_processing = TimeSpan.FromSeconds(3);

    /// <exception cref="ApiProblem">The user doesn't exist, or a field isn't valid.</exception>
    public static (WorkspaceState State, ApiResponse Response) CreateSession(ApiRequest request)
    {
        var body = request.Body();
        body.Required("user_email");
        body.Required("prompt");
        var requestId = RequestId(body);
        ScenarioWrites.RequiredMember(request, body);
        if (requestId is not null && request.State.StudioSessionIdOf(requestId) is { } existing)
            return (request.State, Session(existing, isNew: false));

        var state = request.State.TakeId(out var id);
        return (requestId is null ? state : state.RememberStudioSession(requestId, id), Session(id, isNew: true));

        ApiResponse Session(string sessionId, bool isNew) => ApiResponse.Json(new JsonObject
        {
            ["id"] = sessionId,
            ["url"] = request.State.Sample.UrlOf("chat/" + sessionId),
            ["is_new"] = isNew,
        });
    }

    /// <exception cref="ApiProblem">The user or the scenario to remix doesn't exist, or a field isn't valid.</exception>
    public static (WorkspaceState State, ApiResponse Response) CreateJob(ApiRequest request)
    {
        var body = request.Body();
        body.Required("user_email");
        var prompt = body.Required("prompt", MaxPromptLength);
        var context = body.Text("context", MaxContextLength);
        var slug = body.Text("scenario_slug");
        var requestId = RequestId(body);
        body.Url("callback_url");
        body.CheckStrings("callback_headers");
        var owner = ScenarioWrites.RequiredMember(request, body);
        var source = string.IsNullOrEmpty(slug) ? null
            : request.State.ScenarioBySlug(slug!) is { IsArchived: false } found ? found : throw ApiProblem.NotFound("Scenario", slug!);
        if (requestId is not null && request.State.JobIdOf(requestId) is { } existing)
            return (request.State, Response(request.State.Job(existing)!, isNew: false));

        var state = request.State.TakeId(out var id);
        var job = new JobEntry(id, ScenarioJobStatus.Queued, request.Now);
        var (start, end) = (job.CreatedAt + s_queued, job.CreatedAt + s_queued + s_processing);
        state = state.Put(job)
            .Schedule(start, later => later.Job(id) is { IsFinished: false } queued ? later.Put(queued with { Status = ScenarioJobStatus.Processing, StartedAt = start }) : later)
            .Schedule(end, later => later.Job(id) is { IsFinished: false } started ? Finish(later, started with { CompletedAt = end }) : later);
        return (requestId is null ? state : state.RememberJob(requestId, id), Response(job, isNew: true));

        WorkspaceState Finish(WorkspaceState later, JobEntry ended)
        {
            if (SandboxDefaults.IsMarkedToFail(prompt))
                return later.Put(ended with { Status = ScenarioJobStatus.Failed, Error = ("GENERATION_ERROR", "Unable to generate scenario from the provided prompt") });

            var scenario = StudioScenario.Create(later, id, owner, prompt, context, source, end);
            return later.Add(scenario).Put(ended with { Status = ScenarioJobStatus.Completed, Scenario = scenario });
        }
    }

    /// <exception cref="ApiProblem">The job doesn't exist or is finished.</exception>
    public static (WorkspaceState State, ApiResponse Response) CancelJob(ApiRequest request)
    {
        var job = request.State.Job(request.Id) ?? throw ApiProblem.NotFound("Job", request.Id, "job_not_found");
        if (job.IsFinished)
            throw ApiProblem.BadRequest("job_not_cancellable", $"Cannot cancel job in '{ApiNames.Of<ScenarioJobStatus>(job.Status)}' state");

        job = job with { Status = ScenarioJobStatus.Cancelled, CompletedAt = request.Now < job.StartedAt ? job.StartedAt : request.Now };
        return (request.State.Put(job), ApiResponse.Json(job.ToJob()));
    }

    private static string? RequestId(RequestBody body) => body.Text("request_id") is { Length: > 0 } id ? id : null;

    private static ApiResponse Response(JobEntry job, bool isNew)
    {
        var json = JsonSerializer.SerializeToNode(job.ToJob(), SandboxJson.Of<ScenarioJob>())!.AsObject();
        json["is_new"] = isNew;
        return ApiResponse.Json(json, isNew ? 201 : 200);
    }
}
