using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Sections that a response contains only on request.</summary>
public sealed class SandboxSectionTests : IDisposable
{
    private readonly SandboxCalls _calls = SandboxCalls.To(50);

    public void Dispose() => _calls.Dispose();

    [Theory]
    [InlineData("/scenarios", "skills", "skills")]
    [InlineData("/skills", "proficiency", "proficiency_summary")]
    public async Task A_list_has_an_optional_section_only_on_request(string path, string section, string field)
    {
        var plain = (await _calls.JsonAsync(path))["data"]!.AsArray();
        var full = (await _calls.JsonAsync($"{path}?include={section}"))["data"]!.AsArray();

        Assert.All(plain, row => Assert.False(row!.AsObject().ContainsKey(field)));
        Assert.All(full, row => Assert.NotNull(row![field]));
    }

    [Fact]
    public async Task A_session_has_an_optional_section_only_on_request()
    {
        var path = "/sessions/" + _calls.World.Sample.Sessions.All.First(session => session.IsValid).Id;

        Assert.Equal((false, false), await HasAsync(path));
        Assert.Equal((true, false), await HasAsync(path + "?include=transcript"));
        Assert.Equal((false, true), await HasAsync(path + "?include=evaluations"));
        Assert.Equal((true, true), await HasAsync(path + "?include=evaluations,transcript"));
        Assert.Equal((false, false), await HasAsync(path + "?include=draft"));

        async Task<(bool, bool)> HasAsync(string requested)
        {
            var reply = (await _calls.JsonAsync(requested)).AsObject();
            return (reply.ContainsKey("transcript"), reply.ContainsKey("evaluations"));
        }
    }

    [Fact]
    public async Task A_page_has_an_optional_section_only_on_request()
    {
        var page = _calls.World.State.Knowledge.Pages.First(page => page.Draft is not null && page.Content is not null && page.SourceIds.Count > 0);
        var path = "/knowledge-hub/pages/" + page.Id;

        var plain = (await _calls.JsonAsync(path)).AsObject();
        var full = await _calls.JsonAsync(path + "?include=draft");
        var row = (await _calls.JsonAsync("/knowledge-hub/pages?query=" + Uri.EscapeDataString(page.Title)))["data"]![0]!.AsObject();

        Assert.False(plain.ContainsKey("draft"));
        Assert.Equal((page.Draft!.Title, page.Draft.Content), ((string?)full["draft"]!["title"], (string?)full["draft"]!["content"]));
        Assert.Equal(page.Content, (string?)plain["content"]);
        Assert.All(plain["sources"]!.AsArray(), source => Assert.False(source!.AsObject().ContainsKey("content")));
        Assert.False(row.ContainsKey("content") || row.ContainsKey("sources") || row.ContainsKey("draft"));
    }

    [Fact]
    public async Task A_source_has_an_optional_section_only_on_request()
    {
        var source = _calls.World.State.Knowledge.Sources.First(source => source.Content is not null);
        var path = "/knowledge-hub/sources/" + source.Id;

        Assert.False((await _calls.JsonAsync(path)).AsObject().ContainsKey("content"));
        Assert.Equal(source.Content, (string?)(await _calls.JsonAsync(path + "?include=content"))["content"]);
        Assert.All((await _calls.JsonAsync("/knowledge-hub/sources?include=content"))["data"]!.AsArray(), row => Assert.False(row!.AsObject().ContainsKey("content")));
    }

    [Fact]
    public async Task A_property_without_a_value_is_written_as_null()
    {
        var job = (await _calls.JsonAsync("/scenario-studio/jobs/jobqueued001")).AsObject();

        Assert.True(job.ContainsKey("scenario") && job.ContainsKey("error") && job.ContainsKey("started_at") && job.ContainsKey("duration_seconds"));
        Assert.Null(job["scenario"]);
    }
}
