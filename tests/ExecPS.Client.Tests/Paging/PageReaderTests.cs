using ExecPS.Client.Errors;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>Which pages a <see cref="PageReader{T}"/> asks for, and which it believes.</summary>
public class PageReaderTests
{
    private const int MostRequests = 1000;

    private readonly List<(long Page, int Size)> _asked = [];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(777)]
    public async Task Every_window_comes_whole_in_the_fewest_requests(int total)
    {
        foreach (var skip in new[] { 0, 1, 50, 99, 100, 101, 333, 776, 777, 1000 })
        {
            foreach (var first in new int?[] { 1, 2, 10, 99, 100, 101, 130, 250, 2000, null })
            {
                foreach (var largest in new[] { 7, 50, 100 })
                {
                    _asked.Clear();
                    await using var reader = Reader((page, size) => Rows.Page(page, size, total), skip, first, largest);

                    var expected = Enumerable.Range(0, total).Skip(skip).Take(first ?? total).Select(row => (long)row);
                    Assert.Equal(expected, await Rows.DrainAsync(reader));
                    Assert.Equal(FewestRequests(skip, first, largest, total), _asked.Count);
                }
            }
        }
    }

    [Fact]
    public async Task Every_request_of_a_listing_asks_for_pages_of_one_size()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, size, 1000), skip: 30, first: 500);

        await Rows.DrainAsync(reader);

        Assert.Single(_asked.Select(request => request.Size).Distinct());
    }

    [Fact]
    public async Task A_server_with_smaller_pages_is_read_on_in_its_size()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, Math.Min(size, 40), 130));

        Assert.Equal(Enumerable.Range(0, 130).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Equal([(1, 100), (2, 40), (3, 40), (4, 40)], _asked);
    }

    [Fact]
    public async Task A_window_that_begins_later_is_sought_anew_in_the_servers_size()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, Math.Min(size, 40), 200), skip: 105, first: 60);

        Assert.Equal(Enumerable.Range(105, 60).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Equal([(3, 40), (4, 40), (5, 40)], _asked.Skip(1));
    }

    [Fact]
    public async Task A_server_with_larger_pages_than_asked_is_read_on_in_its_size()
    {
        // One that pays no heed to page_size.
        await using var reader = Reader((page, _) => Rows.Page(page, 50, 130), first: 10);

        Assert.Equal(Enumerable.Range(0, 10).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_window_far_down_is_sought_anew_in_the_servers_larger_pages()
    {
        await using var reader = Reader((page, _) => Rows.Page(page, 50, 10_000), skip: 990, first: 20);

        Assert.Equal(Enumerable.Range(990, 20).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Equal([(46, 22), (20, 50), (21, 50)], _asked);
    }

    [Fact]
    public async Task A_page_that_names_a_larger_size_but_is_no_longer_than_asked_is_taken_by_its_rows()
    {
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 250), page => page.Pagination!.PageSize = 1000));

        Assert.Equal(250, (await Rows.DrainAsync(reader)).Count);
    }

    [Fact]
    public async Task A_server_that_changes_its_page_size_midway_is_refused()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, page < 3 ? size : 40, 1000));

        await AssertRefusedAsync(reader, page: 3, "its pages have 40 rows, but the previous pages had 100");
    }

    [Fact]
    public async Task A_page_of_null_rows_is_refused() =>
        await AssertRefusedAsync(page => page.Data = null, "it has no rows ('data')");

    [Fact]
    public async Task A_page_with_a_null_row_is_refused() =>
        await AssertRefusedAsync(page => page.Data![5] = null!, "one of its rows is null");

    [Fact]
    public async Task A_page_that_does_not_say_where_it_stands_is_refused() =>
        await AssertRefusedAsync(page => page.Pagination = null, "it has no 'pagination'");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(-3)]
    public async Task A_page_of_another_number_is_refused(int number) =>
        await AssertRefusedAsync(page => page.Pagination!.Page = number, $"it is page {number}");

    [Theory]
    [InlineData(-1, 3, 100)]
    [InlineData(300, -1, 100)]
    [InlineData(300, 3, -1)]
    public async Task A_page_that_counts_below_zero_is_refused(long total, long pages, int size) =>
        await AssertRefusedAsync(
            page => page.Pagination = new() { Page = 3, PageSize = size, TotalCount = total, TotalPages = pages },
            $"it reports {total} rows in {pages} pages of {size}");

    [Fact]
    public async Task An_empty_page_before_the_lists_end_is_refused() =>
        await AssertRefusedAsync(page => page.Data = [], "it is empty, but it reports a total of 1000 rows");

    [Fact]
    public async Task A_page_longer_than_asked_is_refused() =>
        await AssertRefusedAsync(page => page.Data!.Add(Rows.Number(9999)), "it has 101 rows, but 100 were requested");

    [Fact]
    public async Task A_first_page_longer_than_it_says_is_refused()
    {
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 1000), page => page.Data!.Add(Rows.Number(9999))));

        await AssertRefusedAsync(reader, page: 1, "it has 101 rows, but 100 were requested");
    }

    [Fact]
    public async Task A_page_longer_than_it_says_is_refused_at_the_start_of_a_later_window_too()
    {
        await using var reader = Reader(
            (page, size) => Altered(Rows.Page(page, size, 2000), page => page.Data!.Add(Rows.Number(9999))), skip: 990, first: 20);

        await AssertRefusedAsync(reader, page: 46, "it has 23 rows, but 22 were requested");
    }

    [Fact]
    public async Task A_server_that_names_another_size_each_time_is_refused()
    {
        // It would be sought anew for ever.
        await using var reader = Reader(
            (page, size) => Altered(Rows.Page(page, size, 2000), page => (page.Pagination!.PageSize, page.Data) = (size - 1, page.Data!.GetRange(0, size - 1))),
            skip: 990,
            first: 20);

        await Assert.ThrowsAsync<ExecResponseException>(() => Rows.DrainAsync(reader));
        Assert.InRange(_asked.Count, 1, 3);
    }

    [Fact]
    public async Task Rows_in_a_list_that_is_said_to_have_none_are_refused()
    {
        // 'total_count' missing reads as zero: the list would end after its first page, without a word.
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 1000), page => page.Pagination!.TotalCount = 0));

        await AssertRefusedAsync(reader, page: 1, reason: "it has rows, but it reports a total of 0");
    }

    [Fact]
    public async Task A_total_of_as_many_rows_as_can_be_counted_does_not_end_the_list_early()
    {
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 250), page => page.Pagination!.TotalCount = long.MaxValue));

        await AssertRefusedAsync(reader, page: 4, $"it is empty, but it reports a total of {long.MaxValue} rows");
    }

    [Fact]
    public async Task A_page_number_beyond_32_bits_is_read()
    {
        var json = """{"data":[],"pagination":{"page":30000000001,"page_size":100,"total_count":10,"total_pages":1}}""";
        await using var server = LoopbackServer.Start(Replies.Json(json));
        using var client = TestClient.For(server);
        await using var reader = client.ListCollections().Read(new() { Skip = 3_000_000_000_000 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal(10, reader.Total);
    }

    [Fact]
    public async Task An_empty_list_is_one_page_without_rows()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, size, 0));

        Assert.Empty((await reader.ReadAsync().Soon())!);
        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal(0, reader.Total);
    }

    [Fact]
    public async Task An_empty_page_after_the_lists_end_is_no_fault()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, size, 10), skip: 500);

        Assert.Empty(await Rows.DrainAsync(reader));
    }

    private static Page<Collection> Altered(Page<Collection> page, Action<Page<Collection>> alter)
    {
        alter(page);
        return page;
    }

    /// <summary>Alters the third page of ten.</summary>
    private async Task AssertRefusedAsync(Action<Page<Collection>> alter, string reason)
    {
        await using var reader = Reader((page, size) => page == 3 ? Altered(Rows.Page(page, size, 1000), alter) : Rows.Page(page, size, 1000));

        await AssertRefusedAsync(reader, 3, reason);
    }

    private static async Task AssertRefusedAsync(PageReader<Collection> reader, int page, string reason)
    {
        var refusal = await Assert.ThrowsAsync<ExecResponseException>(() => Rows.DrainAsync(reader));

        Assert.Equal($"GET /rows (page {page})", refusal.Request);
        Assert.Equal($"The response to GET /rows (page {page}) isn't valid: {reason}.", refusal.Message);
    }

    /// <summary>
    /// Of all page sizes the least number of pages that touch the window, for a reader that learns the list's length from its
    /// first page; where the list ends before the window does, of the pages that the plan's size makes.
    /// </summary>
    private static int FewestRequests(int skip, int? first, int largest, int total)
    {
        var end = Math.Min(total, (long)skip + (first ?? int.MaxValue));
        var planned = PagePlan.For(skip, first, largest).PageSize;
        int[] sizes = end < skip + (long)(first ?? int.MaxValue) ? [planned] : [.. Enumerable.Range(1, largest)];
        return sizes.Min(size => Math.Max(1, Enumerable.Range(0, (int)Math.Max(end, 0)).Skip(skip).Select(row => row / size).Distinct().Count()));
    }

    private PageReader<Collection> Reader(Func<long, int, Page<Collection>> answer, long skip = 0, long? first = null, int largest = 100) => new(
        PagePlan.For(skip, first, largest),
        "GET /rows",
        (page, size, _) =>
        {
            _asked.Add((page, size));
            return _asked.Count <= MostRequests
                ? Task.FromResult(answer(page, size))
                : throw new InvalidOperationException("The reader asks without end.");
        },
        TestContext.Current.CancellationToken);
}
