using System.Net;
using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>A list that combines the lists of several items, one of which doesn't exist.</summary>
public class PartNotFoundTests
{
    private static readonly ListOptions s_goOn = new() { ContinueAfterNotFound = true };

    [Fact]
    public async Task Reading_continues_with_the_next_item_on_request_and_reports_the_missing_one()
    {
        List<ExecNotice> notices = [];

        var skills = await SkillsAsync(s_goOn, notices);

        Assert.Equal(["sk0", "sk2"], skills);
        var missing = Assert.Single(notices.OfType<ListingPartNotFound>());
        Assert.Contains("/skills/sk1/proficiency", missing.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_fails_by_default() =>
        await Assert.ThrowsAsync<ExecApiException>(() => SkillsAsync(new(), []));

    [Fact]
    public async Task Reading_fails_for_every_other_error() =>
        await Assert.ThrowsAsync<ExecApiException>(() => SkillsAsync(s_goOn, [], HttpStatusCode.Forbidden));

    [Fact]
    public async Task Reading_fails_if_a_later_page_is_not_found_because_the_list_is_incomplete()
    {
        using var client = new RecordingTransport(request => request.RequestUri!.Query.Contains("page=1&", StringComparison.Ordinal)
            ? RecordingTransport.Response("""{"data":[{"user":{"id":"u1"}}],"pagination":{"page":1,"page_size":1,"total_count":3,"total_pages":3}}""")
            : RecordingTransport.Response("{}", HttpStatusCode.NotFound)).Client();
        await using var reader = Read(client, s_goOn with { PageSize = 1 }, []);

        await Assert.ThrowsAsync<ExecApiException>(async () =>
        {
            while (await reader.ReadAsync() is not null)
            {
            }
        });
    }

    [Fact]
    public async Task Reading_a_list_that_is_not_nested_always_fails()
    {
        using var client = RecordingTransport.ThatResponds("{}", HttpStatusCode.NotFound).Client();
        await using var reader = client.ListCollections().Read(s_goOn, cancellationToken: TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ExecApiException>(() => reader.ReadAsync());
    }

    [Fact]
    public async Task The_count_omits_the_missing_item_and_reading_reports_it_once()
    {
        List<ExecNotice> notices = [];
        using var client = Network(HttpStatusCode.NotFound).Client();
        await using var reader = Read(client, s_goOn, notices);

        Assert.Equal(2, await reader.CountAsync());
        Assert.Empty(notices.OfType<ListingPartNotFound>());

        while (await reader.ReadAsync() is not null)
        {
        }

        Assert.Single(notices.OfType<ListingPartNotFound>());
    }

    [Fact]
    public async Task A_window_is_filled_from_the_other_items() =>
        Assert.Equal(["sk2"], await SkillsAsync(s_goOn with { Skip = 1, First = 1 }, []));

    private static async Task<List<string>> SkillsAsync(ListOptions options, List<ExecNotice> notices, HttpStatusCode status = HttpStatusCode.NotFound)
    {
        using var client = Network(status).Client();
        await using var reader = Read(client, options, notices);
        List<string> skills = [];
        while (await reader.ReadAsync() is { } rows)
            skills.AddRange(rows.Select(row => row.SkillId!));
        return skills;
    }

    private static ListReader<SkillProficiency> Read(ExecClient client, ListOptions options, List<ExecNotice> notices) => client
        .ListSkillProficiency(Enumerable.Range(0, 3).Select(number => ($"sk{number}", new SkillProficiencyFilter())))
        .Read(options, new Collected(notices), TestContext.Current.CancellationToken);

    private static RecordingTransport Network(HttpStatusCode status) => new(request =>
        RecordingTransport.PathOf(request).Contains("sk1", StringComparison.Ordinal)
            ? RecordingTransport.Response("{}", status)
            : RecordingTransport.Response("""{"data":[{"user":{"id":"u1"}}],"pagination":{"page":1,"page_size":100,"total_count":1,"total_pages":1}}"""));

    private sealed class Collected(List<ExecNotice> notices) : IProgress<ExecNotice>
    {
        public void Report(ExecNotice value) => notices.Add(value);
    }
}
