using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Folders, pages, versions, and sources are consistent, and so are jobs and the scenarios they created.</summary>
public class KnowledgeHubTests
{
    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Folders_count_their_direct_pages_and_subfolders(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var folders = await calls.ListAsync<KnowledgeFolder>("/knowledge-hub/folders");

        foreach (var folder in folders)
        {
            Assert.True(folder.Parent is null || folders.Exists(other => other.Id == folder.Parent));
            Assert.Equal((await calls.ListAsync<KnowledgeFolder>($"/knowledge-hub/folders?parent_id={folder.Id}")).Count, folder.SubfolderCount);
            Assert.Equal((await calls.ListAsync<KnowledgePage>($"/knowledge-hub/pages?folder_id={folder.Id}")).Count, folder.ItemCount);
            Assert.True(folder.CreatedAt <= folder.UpdatedAt);
            Assert.Equal(folder.Name, (await calls.OneAsync<KnowledgeFolder>($"/knowledge-hub/folders/{folder.Id}")).Name);
        }

        // Folders are nested in more than one level.
        Assert.Contains(folders, folder => folders.Find(other => other.Id == folder.Parent)?.Parent is not null);
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task The_versions_of_a_page_match_its_status(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var members = (await calls.ListAsync<Member>("/workspace/members")).Select(member => member.Id).ToHashSet();
        var skills = (await calls.ListAsync<Skill>("/skills")).ToDictionary(skill => skill.Id!, skill => skill.Name);
        var folders = (await calls.ListAsync<KnowledgeFolder>("/knowledge-hub/folders")).ToDictionary(folder => folder.Id!, folder => folder.Name);
        List<KnowledgePage> pages = [.. await calls.ListAsync<KnowledgePage>("/knowledge-hub/pages"), .. await calls.ListAsync<KnowledgePage>("/knowledge-hub/pages?status=archived")];

        foreach (var page in pages)
        {
            var versions = await calls.ListAsync<KnowledgePageVersion>($"/knowledge-hub/pages/{page.Id}/versions");
            var detail = await calls.OneAsync<KnowledgePageDetail>($"/knowledge-hub/pages/{page.Id}?include=draft");
            var sources = await calls.ListAsync<KnowledgeSource>($"/knowledge-hub/sources?page_id={page.Id}");

            Assert.Equal(Enumerable.Range(1, versions.Count).Reverse(), versions.Select(version => version.Version!.Value));
            Assert.Equal(versions.Select(version => version.CreatedAt).OrderDescending(), versions.Select(version => version.CreatedAt));
            Assert.Equal(versions[^1].CreatedAt, page.CreatedAt);
            Assert.True(versions[^1].ChangeType is KnowledgePageChangeType.Created or KnowledgePageChangeType.Clone);
            Assert.All(versions, version => Assert.Equal(version.ChangeType == KnowledgePageChangeType.AiGeneration, version.CreatedBy is null));
            Assert.All(versions, version => Assert.True(version.CreatedBy is null || members.Contains(version.CreatedBy.Id)));
            Assert.True(page.UpdatedAt >= versions[0].UpdatedAt);

            var published = versions.SingleOrDefault(version => version.Version == page.Version);
            Assert.True(page.Status == KnowledgePageStatus.Archived || (page.Status == KnowledgePageStatus.Draft) == published is null);
            Assert.Equal((published is null, published?.Title ?? versions[0].Title), (page.PublishedAt is null, page.Title));
            Assert.True(published is null || page.PublishedAt >= published.CreatedAt);
            Assert.Equal((page.Id, page.Title, page.Version, page.SourceCount), (detail.Id, detail.Title, detail.Version, detail.SourceCount));
            Assert.Equal(published is null, detail.Content is null);
            Assert.Equal(page.Version != versions[0].Version, detail.Draft is not null);

            Assert.True(page.Owner is null || members.Contains(page.Owner.Id));
            Assert.All(page.Folders!, folder => Assert.Equal(folders[folder.Id!], folder.Name));
            Assert.All(page.Skills!, skill => Assert.Equal(skills[skill.Id!], skill.Name));
            Assert.Equal(page.SourceCount, sources.Count);
            Assert.Equal(sources.Select(source => source.Id).Order(), detail.Sources!.Select(source => source.Id).Order());
        }

        Assert.Contains(pages, page => page.Owner is null);
        Assert.Contains(pages, page => page.Folders!.Count > 1);
        Assert.Equal(calls.World.State.Knowledge.Pages.Count, pages.Count);
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Only_ready_sources_have_text(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var sources = await calls.ListAsync<KnowledgeSource>("/knowledge-hub/sources");

        foreach (var source in sources)
        {
            var detail = await calls.OneAsync<KnowledgeSource>($"/knowledge-hub/sources/{source.Id}?include=content");
            var isReady = source.Status == KnowledgeSourceStatus.Ready;
            Assert.Equal(
                (isReady, isReady, isReady, isReady, isReady),
                (detail.Content is not null, source.TokenCount is not null, source.Summary is not null, source.ContentFormat is not null, source.ProcessedAt is not null));
            Assert.True(source.CreatedAt <= source.UpdatedAt);
            Assert.Equal(
                source.SourceType is KnowledgeSourceType.Url or KnowledgeSourceType.Notion or KnowledgeSourceType.Guru or KnowledgeSourceType.GoogleDrive,
                source.ExternalUrl is not null);
        }

        // Writes can delete the only source of a type and status.
        if (writes > 0)
            return;
        Assert.Equal(
            from type in Enum.GetValues<KnowledgeSourceType>()
            from status in Enum.GetValues<KnowledgeSourceStatus>()
            where type != KnowledgeSourceType.Unknown && status != KnowledgeSourceStatus.Unknown
            select (type, status),
            sources.Select(source => (source.SourceType!.Value, source.Status!.Value)).Distinct().Order());
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Jobs_match_their_status_and_the_sample_jobs_have_fixed_IDs(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var scenarios = (await calls.ListAsync<Scenario>("/scenarios")).ToDictionary(scenario => scenario.Id!);
        var statuses = new HashSet<ScenarioJobStatus>();
        string[] sampleIds = ["jobqueued001", "jobprocess01", "jobcompleted", "jobcomplete2", "jobfailed001", "jobfailed002", "jobcancelled"];
        var newIds = Enumerable.Range(0, 30).Select(request => calls.World.State.JobIdOf($"{request}")).OfType<string>();

        foreach (var id in sampleIds.Concat(newIds))
        {
            var job = await calls.OneAsync<ScenarioJob>($"/scenario-studio/jobs/{id}");
            statuses.Add(job.Status!.Value);
            Assert.Equal(id, job.Id);
            Assert.Equal(job.Status == ScenarioJobStatus.Completed, job.Scenario is not null);
            Assert.Equal(job.Status == ScenarioJobStatus.Failed, job.Error is not null);
            Assert.True(job.StartedAt is null ? job.Status is ScenarioJobStatus.Queued or ScenarioJobStatus.Cancelled : job.Status != ScenarioJobStatus.Queued);
            Assert.Equal(job.Status is ScenarioJobStatus.Queued or ScenarioJobStatus.Processing, job.CompletedAt is null);
            Assert.Equal(job.DurationSeconds, (job.CompletedAt?.ToUniversalTime() - job.StartedAt?.ToUniversalTime())?.TotalSeconds);
            if (job.Scenario is { } made)
                Assert.Equal((scenarios[made.Id!].Name, scenarios[made.Id!].Url, scenarios[made.Id!].CreatedAt), (made.Name, made.Url, job.CompletedAt));
        }

        Assert.True(writes > 0 || statuses.Count == 5);
    }
}
