using System.Text.Json.Nodes;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;
using ExecPS.Sandbox;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Creating, changing, and archiving Knowledge Hub pages and sources.</summary>
public sealed class KnowledgeWriteTests : IDisposable
{
    private const string Pages = "/knowledge-hub/pages";
    private const string Sources = "/knowledge-hub/sources";

    private readonly SandboxCalls _calls = SandboxCalls.To(50);

    public void Dispose() => _calls.Dispose();

    [Fact]
    public async Task A_new_page_is_a_draft_for_the_workspace()
    {
        var id = await CreatePageAsync(new { title = "Pricing", content = "# Pricing" });

        var page = await PageAsync(id);
        Assert.Equal((KnowledgePageStatus.Draft, Visibility.Workspace, null, null, null), (page.Status, page.Visibility, page.Version, page.PublishedAt, page.Content));
        Assert.Equal(("Pricing", "# Pricing"), (page.Draft!.Title, page.Draft.Content));
        Assert.Contains(await _calls.ListAsync<KnowledgePage>(Pages + "?status=draft"), row => row.Id == id);
    }

    [Fact]
    public async Task A_new_page_can_be_published_with_folders_sources_and_skills()
    {
        var (folder, source, skill) = (_calls.World.State.Knowledge.Folders[2], _calls.World.State.Knowledge.Sources[3], _calls.World.Sample.Skills[4]);
        var count = (await FolderAsync(folder.Id!)).ItemCount;

        var id = await CreatePageAsync(new { title = "Pricing", content = "# Pricing", status = "published", visibility = "private", folder_ids = new[] { folder.Id }, source_ids = new[] { source.Id }, skill_ids = new[] { skill.Id } });

        var page = await PageAsync(id);
        Assert.Equal((KnowledgePageStatus.Published, Visibility.Private, 1, "# Pricing"), (page.Status, page.Visibility, page.Version, page.Content));
        Assert.Equal((folder.Name, source.Title, skill.Name, 1), (page.FolderNames, page.Sources!.Single().Title, page.SkillNames, page.SourceCount));
        Assert.Equal(count + 1, (await FolderAsync(folder.Id!)).ItemCount);
        Assert.Equal((SandboxCalls.Start, id), (page.PublishedAt!.Value, (await _calls.ListAsync<KnowledgePage>(Pages))[0].Id));
    }

    [Fact]
    public async Task New_content_is_a_draft_until_it_is_published()
    {
        var id = await CreatePageAsync(new { title = "Pricing", content = "One", status = "published" });
        _calls.Clock.Advance(TimeSpan.FromMinutes(1));

        await UpdateAsync(id, new { content = "Two", title = "New pricing" });
        var changed = await PageAsync(id);
        Assert.Equal(("Pricing", "One", 1, "New pricing", "Two"), (changed.Title, changed.Content, changed.Version, changed.Draft!.Title, changed.Draft.Content));

        await UpdateAsync(id, new { status = "published" });
        var published = await PageAsync(id);
        Assert.Equal(("New pricing", "Two", 2, null), (published.Title, published.Content, published.Version, published.Draft));
        var versions = await _calls.ListAsync<KnowledgePageVersion>($"{Pages}/{id}/versions");
        Assert.Equal([(2, "New pricing", KnowledgePageChangeType.ManualEdit), (1, "Pricing", KnowledgePageChangeType.Created)], versions.Select(version => (version.Version!.Value, version.Title, version.ChangeType!.Value)));
    }

    [Fact]
    public async Task Only_the_specified_fields_change()
    {
        var folder = _calls.World.State.Knowledge.Folders[2].Id;
        var id = await CreatePageAsync(new { title = "Pricing", content = "One", status = "published", folder_ids = new[] { folder } });
        _calls.Clock.Advance(TimeSpan.FromMinutes(1));

        await UpdateAsync(id, new { title = "New pricing" });
        var renamed = await PageAsync(id);
        Assert.Equal(("New pricing", "One", 1, 1), (renamed.Title, renamed.Content, renamed.Version, renamed.Folders!.Count));
        Assert.True(renamed.UpdatedAt > renamed.CreatedAt);

        await UpdateAsync(id, new { folder_ids = Array.Empty<string>() });
        Assert.Equal(("New pricing", 0), ((await PageAsync(id)).Title, (await PageAsync(id)).Folders!.Count));

        var before = await PageAsync(id);
        _calls.Clock.Advance(TimeSpan.FromMinutes(1));
        await UpdateAsync(id, new { });
        Assert.Equal(before.UpdatedAt, (await PageAsync(id)).UpdatedAt);
    }

    [Fact]
    public async Task Put_behaves_like_patch()
    {
        var id = await CreatePageAsync(new { title = "Pricing", content = "One", status = "published" });

        await _calls.WriteAsync(200, HttpMethod.Put, $"{Pages}/{id}", new { title = "New pricing" });

        Assert.Equal(("New pricing", "One"), ((await PageAsync(id)).Title, (await PageAsync(id)).Content));
    }

    [Fact]
    public async Task Status_draft_unpublishes_a_page()
    {
        var id = await CreatePageAsync(new { title = "Pricing", content = "One", status = "published" });

        await UpdateAsync(id, new { status = "draft" });

        var page = await PageAsync(id);
        Assert.Equal((KnowledgePageStatus.Draft, null, "One"), (page.Status, page.Content, page.Draft!.Content));
    }

    [Fact]
    public async Task An_archived_page_is_hidden_from_lists_but_keeps_its_versions()
    {
        var page = _calls.World.State.Knowledge.Pages.First(entry => entry.Status == KnowledgePageStatus.Published && entry.Folders.Count > 0);
        var count = (await FolderAsync(page.Folders[0].Id!)).ItemCount;

        var deleted = await _calls.WriteAsync(200, HttpMethod.Delete, $"{Pages}/{page.Id}");

        Assert.Equal((page.Id, true), ((string?)deleted["id"], (bool)deleted["deleted"]!));
        Assert.DoesNotContain(await _calls.ListAsync<KnowledgePage>(Pages), row => row.Id == page.Id);
        Assert.Contains(await _calls.ListAsync<KnowledgePage>(Pages + "?status=archived"), row => row.Id == page.Id);
        Assert.Equal(page.Versions.Count, (await _calls.ListAsync<KnowledgePageVersion>($"{Pages}/{page.Id}/versions")).Count);
        Assert.Equal(count - 1, (await FolderAsync(page.Folders[0].Id!)).ItemCount);
        Assert.Equal((404, $"Page not found: {page.Id}"), await MessageAsync($"{Pages}/{page.Id}", HttpMethod.Delete));
        Assert.Equal((404, $"Page not found: {page.Id}"), await MessageAsync($"{Pages}/{page.Id}", HttpMethod.Patch));
    }

    [Fact]
    public async Task Text_is_extracted_from_a_new_source_within_seconds()
    {
        var created = await _calls.WriteAsync(201, HttpMethod.Post, Sources, new { type = "url", title = "Competitor", url = "https://news.example/a", cover = "cover-1" });
        var id = (string)created["id"]!;
        Assert.Equal(("pending", "url", "https://news.example/a", "cover-1"), ((string?)created["status"], (string?)created["source_type"], (string?)created["external_url"], (string?)created["cover"]));

        _calls.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(KnowledgeSourceStatus.Processing, (await SourceAsync(id)).Status);

        _calls.Clock.Advance(TimeSpan.FromSeconds(2));
        var ready = await SourceAsync(id);
        Assert.Equal((KnowledgeSourceStatus.Ready, KnowledgeContentFormat.PlainText, SandboxCalls.Start.AddSeconds(3).LocalDateTime), (ready.Status!.Value, ready.ContentFormat!.Value, ready.ProcessedAt!.Value));
        Assert.NotEmpty(ready.Content!);
        Assert.Contains(await _calls.ListAsync<KnowledgeSource>(Sources + "?status=ready"), row => row.Id == id);
    }

    [Fact]
    public async Task Extraction_fails_if_the_URL_contains_the_failure_marker()
    {
        var id = (string)(await _calls.WriteAsync(201, HttpMethod.Post, Sources, new { type = "url", title = "Competitor", url = "https://news.example/" + SandboxDefaults.FailureMarker }))["id"]!;

        _calls.Clock.Advance(TimeSpan.FromSeconds(3));

        var failed = await SourceAsync(id);
        Assert.Equal((KnowledgeSourceStatus.Failed, null, null), (failed.Status, failed.Content, failed.ProcessedAt));
    }

    [Fact]
    public async Task A_URL_is_added_once_until_it_is_deleted()
    {
        var body = new { type = "url", title = "Competitor", url = "https://news.example/a" };
        var first = await _calls.WriteAsync(201, HttpMethod.Post, Sources, body);
        var repeated = await _calls.WriteAsync(200, HttpMethod.Post, Sources, body with { title = "Other title", url = "HTTPS://News.Example/a" });
        Assert.Equal(((string?)first["id"], "Competitor"), ((string?)repeated["id"], (string?)repeated["title"]));

        await _calls.WriteAsync(200, HttpMethod.Delete, $"{Sources}/{(string?)first["id"]}");

        Assert.Equal((404, $"Source not found: {(string?)first["id"]}"), await MessageAsync($"{Sources}/{(string?)first["id"]}", HttpMethod.Delete));
        var again = await _calls.WriteAsync(201, HttpMethod.Post, Sources, body);
        Assert.NotEqual((string?)first["id"], (string?)again["id"]);
    }

    [Fact]
    public async Task A_deleted_source_is_no_longer_attached_to_pages()
    {
        var page = _calls.World.State.Knowledge.Pages.First(entry => entry.SourceIds.Count > 1);

        await _calls.WriteAsync(200, HttpMethod.Delete, $"{Sources}/{page.SourceIds[0]}");

        var detail = await PageAsync(page.Id);
        Assert.Equal((page.SourceIds.Count - 1, page.SourceIds.Count - 1), (detail.SourceCount, detail.Sources!.Count));
        Assert.DoesNotContain(await _calls.ListAsync<KnowledgeSource>(Sources), row => row.Id == page.SourceIds[0]);
    }

    private async Task<string> CreatePageAsync(object body) => (string)(await _calls.WriteAsync(201, HttpMethod.Post, Pages, body))["id"]!;

    private Task<JsonNode> UpdateAsync(string id, object body) => _calls.WriteAsync(200, HttpMethod.Patch, $"{Pages}/{id}", body);

    private Task<KnowledgePageDetail> PageAsync(string id) => _calls.OneAsync<KnowledgePageDetail>($"{Pages}/{id}?include=draft");

    private Task<KnowledgeSource> SourceAsync(string id) => _calls.OneAsync<KnowledgeSource>($"{Sources}/{id}?include=content");

    private Task<KnowledgeFolder> FolderAsync(string id) => _calls.OneAsync<KnowledgeFolder>("/knowledge-hub/folders/" + id);

    private async Task<(int Status, string? Message)> MessageAsync(string path, HttpMethod method)
    {
        var rejection = await _calls.RejectionAsync(path, method);
        return (rejection.Status, rejection.Message);
    }
}
