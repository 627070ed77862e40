using System.Net;
using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>A list of several queries prefetches the first pages of the next queries.</summary>
public class ListsAheadTests
{
    [Fact]
    public async Task Lists_of_one_page_each_are_prefetched_in_a_window_that_grows_while_the_consumer_waits()
    {
        var network = new HeldTransport(request => Respond(request));
        using var client = network.Client();
        await using var reader = Read(client, skills: 20);
        List<int> requested = [];
        List<string> skills = [];

        while (await NextAsync(network, reader) is { } rows)
        {
            requested.Add(network.Requests);
            skills.AddRange(rows.Select(row => row.SkillId!));
        }

        Assert.Equal([2, 4, 7, 12], requested.Take(4));
        Assert.All(requested.Select((count, given) => count - given - 1), ahead => Assert.InRange(ahead, 0, 8));
        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"sk{number}"), skills);
        Assert.Equal(20, network.Requests);
    }

    [Fact]
    public async Task No_list_is_prefetched_if_the_window_can_be_full_before_it()
    {
        var network = new HeldTransport(request => Respond(request));
        using var client = network.Client();
        await using var reader = Read(client, skills: 20, new() { First = 2 });

        while (await NextAsync(network, reader) is not null)
        {
        }

        Assert.Equal(2, network.Requests);
    }

    [Fact]
    public async Task A_list_of_many_pages_is_requested_completely_before_the_next_one()
    {
        var network = new HeldTransport(request => Respond(request, total: 250));
        using var client = network.Client();
        await using var reader = Read(client, skills: 5);

        await NextAsync(network, reader);

        Assert.Equal(2, network.Requests); // The first and the second page.
    }

    [Fact]
    public async Task A_prefetched_list_that_fails_throws_when_it_is_read()
    {
        var network = new HeldTransport(request => request.RequestUri!.AbsolutePath.Contains("sk2/", StringComparison.Ordinal)
            ? RecordingTransport.Response("{}", HttpStatusCode.NotFound)
            : Respond(request));
        using var client = network.Client();
        await using var reader = Read(client, skills: 5);

        Assert.Equal("sk0", (await NextAsync(network, reader))![0].SkillId);
        Assert.Equal("sk1", (await NextAsync(network, reader))![0].SkillId);
        await Assert.ThrowsAsync<ExecApiException>(() => NextAsync(network, reader));
    }

    [Fact]
    public async Task A_consumer_that_stops_cancels_prefetched_requests()
    {
        var network = new HeldTransport(request => Respond(request));
        using var client = network.Client();
        await using (var reader = Read(client, skills: 20))
        {
            await NextAsync(network, reader);
            await NextAsync(network, reader);
            Assert.Equal(4, network.Requests);
        }

        Assert.Equal(2, network.Cancelled);
    }

    private static ListReader<SkillProficiency> Read(ExecClient client, int skills, ListOptions? options = null) => client
        .ListSkillProficiency(Enumerable.Range(0, skills).Select(number => ($"sk{number}", new SkillProficiencyFilter())))
        .Read(options, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The consumer reads, and then the network responds to one request.</summary>
    private static async Task<IReadOnlyList<SkillProficiency>?> NextAsync(HeldTransport network, ListReader<SkillProficiency> reader)
    {
        var rows = reader.ReadAsync();
        network.Release(atMost: 1);
        return await rows.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static HttpResponseMessage Respond(HttpRequestMessage request, int total = 1)
    {
        var page = request.RequestUri!.Query.Contains("page=1&", StringComparison.Ordinal) ? 1 : 2;
        var rows = Enumerable.Range(0, Math.Min(total, 100)).Select(number => $$$"""{"user":{"id":"u{{{page}}}-{{{number}}}"}}""");
        return RecordingTransport.Response(
            $$$"""{"data":[{{{string.Join(',', rows)}}}],"pagination":{"page":{{{page}}},"page_size":100,"total_count":{{{total}}},"total_pages":{{{(total + 99) / 100}}}}}""");
    }
}
