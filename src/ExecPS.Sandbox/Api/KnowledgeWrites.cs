using System.Text.Json.Nodes;
using ExecPS.Sandbox.State;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>Creates, changes, and archives Knowledge Hub pages and sources.</summary>
/// <remarks>Text extraction from a source starts one second after its creation and ends two seconds later.</remarks>
internal static class KnowledgeWrites
{
    private static readonly TimeSpan s_pending = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_processing = TimeSpan.FromSeconds(2);

    /// <exception cref="ApiProblem">A field isn't valid.</exception>
    public static (WorkspaceState State, ApiResponse Response) CreatePage(ApiRequest request)
    {
        var body = request.Body();
        var title = body.Required("title");
        var content = body.Text("content");
        var publish = body.OneOf("status", "draft", "published") == "published";
        var visibility = body.OneOf("visibility", "private", "workspace") == "private" ? Visibility.Private : Visibility.Workspace;
        var (folders, sourceIds, skills) = Links(request, body);

        var state = request.State.TakeId(out var id);
        var owner = state.Sample.KeyOwner;
        var page = new KnowledgePageEntry(
            id, KnowledgePageStatus.Draft, visibility, owner, folders ?? [], skills ?? [], sourceIds ?? [], [], null, null, null, request.Now)
            .AddDraft(title, content, KnowledgePageChangeType.Created, owner, request.Now);
        return Put(state, publish ? page.Publish(request.Now) : page, request, 201);
    }

    /// <summary>Changes the specified fields. New content is a draft until it is published; status <c>draft</c> unpublishes the page.</summary>
    /// <exception cref="ApiProblem">The page doesn't exist or is archived, or a field isn't valid.</exception>
    public static (WorkspaceState State, ApiResponse Response) UpdatePage(ApiRequest request)
    {
        var page = ActivePage(request);
        var body = request.Body();
        var title = body.Has("title") ? body.Required("title") : null;
        var content = body.Text("content");
        var status = body.OneOf("status", "draft", "published");
        var (folders, sourceIds, skills) = Links(request, body);

        if (content is not null)
            page = page.AddDraft(title ?? page.Versions[0].Title!, content, KnowledgePageChangeType.ManualEdit, request.State.Sample.KeyOwner, request.Now);
        else if (title is not null && (title != page.Title || title != page.Versions[0].Title))
            page = page.Rename(title, request.Now);
        if (folders is not null || sourceIds is not null || skills is not null)
        {
            page = page with
            {
                Folders = folders ?? page.Folders,
                SourceIds = sourceIds ?? page.SourceIds,
                Skills = skills ?? page.Skills,
                UpdatedAt = request.Now,
            };
        }

        if (status is not null)
            page = status == "published" ? page.Publish(request.Now) : page.Unpublish(request.Now);
        return Put(request.State, page, request, 200);
    }

    /// <exception cref="ApiProblem">The page doesn't exist or is already archived.</exception>
    public static (WorkspaceState State, ApiResponse Response) ArchivePage(ApiRequest request)
    {
        var page = ActivePage(request) with { Status = KnowledgePageStatus.Archived, UpdatedAt = request.Now };
        return (request.State.With(request.State.Knowledge.Put(page)), Deleted(request));
    }

    /// <exception cref="ApiProblem">A field isn't valid.</exception>
    public static (WorkspaceState State, ApiResponse Response) CreateSource(ApiRequest request)
    {
        var hub = request.State.Knowledge;
        var body = request.Body();
        body.Required("type");
        body.OneOf("type", "url");
        var title = body.Required("title");
        body.Required("url");
        var url = body.Url("url")!.AbsoluteUri;
        var cover = body.Text("cover") ?? "";
        var folders = body.Items("folder_ids", hub.Folder) ?? [];
        if (hub.Sources.FirstOrDefault(other => other.Url == url) is { } existing)
            return (request.State, ApiResponse.Json(existing.ToSource(withContent: false)));

        var state = request.State.TakeId(out var id);
        var source = new KnowledgeSourceEntry(
            id, title, KnowledgeSourceType.Url, KnowledgeSourceStatus.Pending, null, null, false, url, folders, state.Sample.KeyOwner, request.Now, request.Now)
        {
            Cover = cover,
        };
        var (start, end) = (request.Now + s_pending, request.Now + s_pending + s_processing);
        state = state.With(hub.Put(source))
            .Schedule(start, later => Change(later, id, pending => pending with { Status = KnowledgeSourceStatus.Processing, UpdatedAt = start }))
            .Schedule(end, later => Change(later, id, processing => Extract(processing, end)));
        return (state, ApiResponse.Json(source.ToSource(withContent: false), 201));
    }

    /// <exception cref="ApiProblem">The source doesn't exist or is already deleted.</exception>
    public static (WorkspaceState State, ApiResponse Response) DeleteSource(ApiRequest request)
    {
        var hub = request.State.Knowledge;
        var source = hub.Source(request.Id) ?? throw ApiProblem.NotFound("Source", request.Id);
        return (request.State.With(hub.RemoveSource(source.Id)), Deleted(request));
    }

    private static (IReadOnlyList<KnowledgeFolder>? Folders, IReadOnlyList<string>? SourceIds, IReadOnlyList<Skill>? Skills) Links(ApiRequest request, RequestBody body)
    {
        var (hub, skills) = (request.State.Knowledge, request.State.Sample.Skills);
        return (
            body.Items("folder_ids", hub.Folder),
            body.Items("source_ids", id => hub.Source(id)?.Id),
            body.Items("skill_ids", id => skills.FirstOrDefault(skill => skill.Id == id)));
    }

    private static KnowledgePageEntry ActivePage(ApiRequest request) =>
        request.State.Knowledge.Page(request.Id) is { Status: not KnowledgePageStatus.Archived } page ? page : throw ApiProblem.NotFound("Page", request.Id);

    private static (WorkspaceState State, ApiResponse Response) Put(WorkspaceState state, KnowledgePageEntry page, ApiRequest request, int statusCode)
    {
        var before = state.Knowledge;
        var hub = ReferenceEquals(before.Page(page.Id), page) ? before : before.Put(page);
        return (ReferenceEquals(hub, before) ? state : state.With(hub), ApiResponse.Json(page.ToDetail(hub, request.Includes("draft")), statusCode));
    }

    private static WorkspaceState Change(WorkspaceState state, string id, Func<KnowledgeSourceEntry, KnowledgeSourceEntry> change) =>
        state.Knowledge.Source(id) is { } source ? state.With(state.Knowledge.Put(change(source))) : state;

    private static KnowledgeSourceEntry Extract(KnowledgeSourceEntry source, DateTimeOffset time) => SandboxDefaults.IsMarkedToFail(source.Url!)
        ? source with { Status = KnowledgeSourceStatus.Failed, UpdatedAt = time }
        : source with
        {
            Status = KnowledgeSourceStatus.Ready,
            Format = KnowledgeContentFormat.PlainText,
            Content = KnowledgeLibrary.Text(SeededRandom.For(source.Id), paragraphs: 3),
            UpdatedAt = time,
        };

    private static ApiResponse Deleted(ApiRequest request) => ApiResponse.Json(new JsonObject { ["id"] = request.Id, ["deleted"] = true });
}
