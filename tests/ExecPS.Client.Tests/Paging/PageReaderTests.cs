using ExecPS.Client.Errors;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>Which pages a <see cref="PageReader{T}"/> requests, and which it accepts.</summary>
public class PageReaderTests
{
    private const int MostRequests = 1000;

    private readonly List<(long Page, int Size)> _requested = [];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(777)]
    public async Task Every_window_is_complete_with_the_fewest_requests(int total)
    {
        foreach (var skip in new[] { 0, 1, 50, 99, 100, 101, 333, 776, 777, 1000 })
        {
            foreach (var first in new int?[] { 1, 2, 10, 99, 100, 101, 130, 250, 2000, null })
            {
                foreach (var largest in new[] { 7, 50, 100 })
                {
                    _requested.Clear();
                    await using var reader = Reader((page, size) => Rows.Page(page, size, total), skip, first, largest);

                    var expected = Enumerable.Range(0, total).Skip(skip).Take(first ?? total).Select(row => (long)row);
                    Assert.Equal(expected, await Rows.DrainAsync(reader));
                    Assert.Equal(FewestRequests(skip, first, largest, total), _requested.Count);
                }
            }
        }
    }

    [Fact]
    public async Task All_requests_of_a_list_have_the_same_page_size()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, size, 1000), skip: 30, first: 500);

        await Rows.DrainAsync(reader);

        Assert.Single(_requested.Select(request => request.Size).Distinct());
    }

    [Fact]
    public async Task If_the_server_uses_smaller_pages_the_list_is_read_in_its_size()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, Math.Min(size, 40), 130));

        Assert.Equal(Enumerable.Range(0, 130).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Equal([(1, 100), (2, 40), (3, 40), (4, 40)], _requested);
    }

    [Fact]
    public async Task If_the_server_uses_smaller_pages_a_later_window_is_requested_again_in_its_size()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, Math.Min(size, 40), 200), skip: 105, first: 60);

        Assert.Equal(Enumerable.Range(105, 60).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Equal([(3, 40), (4, 40), (5, 40)], _requested.Skip(1));
    }

    [Fact]
    public async Task If_the_server_uses_smaller_pages_a_window_that_begins_in_the_first_page_is_requested_again()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, Math.Min(size, 40), 200), skip: 50, first: 60);

        Assert.Equal(Enumerable.Range(50, 60).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Equal([(2, 40), (3, 40)], _requested.Skip(1));
    }

    [Fact]
    public async Task If_the_server_uses_larger_pages_the_list_is_read_in_its_size()
    {
        // A server that ignores page_size.
        await using var reader = Reader((page, _) => Rows.Page(page, 50, 130), first: 10);

        Assert.Equal(Enumerable.Range(0, 10).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Single(_requested);
    }

    [Fact]
    public async Task If_the_server_uses_larger_pages_a_later_window_is_requested_again_in_its_size()
    {
        await using var reader = Reader((page, _) => Rows.Page(page, 50, 10_000), skip: 990, first: 20);

        Assert.Equal(Enumerable.Range(990, 20).Select(row => (long)row), await Rows.DrainAsync(reader));
        Assert.Equal([(46, 22), (20, 50), (21, 50)], _requested);
    }

    [Fact]
    public async Task A_page_that_reports_a_larger_size_but_is_not_larger_has_the_requested_size()
    {
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 250), page => page.Pagination!.PageSize = 1000));

        Assert.Equal(250, (await Rows.DrainAsync(reader)).Count);
    }

    [Fact]
    public async Task A_page_size_that_changes_later_is_rejected()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, page < 3 ? size : 40, 1000));

        await AssertRejectedAsync(reader, page: 3, "its pages have 40 rows, but the previous pages had 100");
    }

    [Fact]
    public async Task A_page_without_rows_is_rejected() =>
        await AssertRejectedAsync(page => page.Data = null, "it has no rows ('data')");

    [Fact]
    public async Task A_page_with_a_null_row_is_rejected() =>
        await AssertRejectedAsync(page => page.Data![5] = null!, "one of its rows is null");

    [Fact]
    public async Task A_page_without_pagination_is_rejected() =>
        await AssertRejectedAsync(page => page.Pagination = null, "it has no 'pagination'");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(-3)]
    public async Task A_page_with_another_number_is_rejected(int number) =>
        await AssertRejectedAsync(page => page.Pagination!.Page = number, $"it is page {number}");

    [Theory]
    [InlineData(-1, 3, 100)]
    [InlineData(300, -1, 100)]
    [InlineData(300, 3, -1)]
    public async Task A_page_with_negative_counts_is_rejected(long total, long pages, int size) =>
        await AssertRejectedAsync(
            page => page.Pagination = new() { Page = 3, PageSize = size, TotalCount = total, TotalPages = pages },
            $"it reports {total} rows in {pages} pages of {size}");

    [Fact]
    public async Task An_empty_page_before_the_end_of_the_list_is_rejected() =>
        await AssertRejectedAsync(page => page.Data = [], "it is empty, but it reports a total of 1000 rows");

    [Fact]
    public async Task A_page_with_more_rows_than_requested_is_rejected() =>
        await AssertRejectedAsync(page => page.Data!.Add(Rows.Number(9999)), "it has 101 rows, but 100 were requested");

    [Fact]
    public async Task A_first_page_with_more_rows_than_its_size_is_rejected()
    {
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 1000), page => page.Data!.Add(Rows.Number(9999))));

        await AssertRejectedAsync(reader, page: 1, "it has 101 rows, but 100 were requested");
    }

    [Fact]
    public async Task The_first_page_of_a_later_window_with_more_rows_than_its_size_is_rejected()
    {
        await using var reader = Reader(
            (page, size) => Altered(Rows.Page(page, size, 2000), page => page.Data!.Add(Rows.Number(9999))), skip: 990, first: 20);

        await AssertRejectedAsync(reader, page: 46, "it has 23 rows, but 22 were requested");
    }

    [Fact]
    public async Task A_server_that_reports_another_size_each_time_is_rejected()
    {
        // The window would be requested again endlessly.
        await using var reader = Reader(
            (page, size) => Altered(Rows.Page(page, size, 2000), page => (page.Pagination!.PageSize, page.Data) = (size - 1, page.Data!.GetRange(0, size - 1))),
            skip: 990,
            first: 20);

        await Assert.ThrowsAsync<ExecResponseException>(() => Rows.DrainAsync(reader));
        Assert.InRange(_requested.Count, 1, 3);
    }

    [Fact]
    public async Task Rows_in_a_list_with_a_total_of_zero_are_rejected()
    {
        // A missing 'total_count' is read as zero: the list would end after its first page without an error.
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 1000), page => page.Pagination!.TotalCount = 0));

        await AssertRejectedAsync(reader, page: 1, reason: "it has rows, but it reports a total of 0");
    }

    [Fact]
    public async Task The_largest_possible_total_does_not_end_the_list_early()
    {
        await using var reader = Reader((page, size) => Altered(Rows.Page(page, size, 250), page => page.Pagination!.TotalCount = long.MaxValue));

        await AssertRejectedAsync(reader, page: 4, $"it is empty, but it reports a total of {long.MaxValue} rows");
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
    public async Task An_empty_list_has_one_page_without_rows()
    {
        await using var reader = Reader((page, size) => Rows.Page(page, size, 0));

        Assert.Empty((await reader.ReadAsync().Soon())!);
        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal(0, reader.Total);
    }

    [Fact]
    public async Task An_empty_page_after_the_end_of_the_list_is_valid()
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
    private async Task AssertRejectedAsync(Action<Page<Collection>> alter, string reason)
    {
        await using var reader = Reader((page, size) => page == 3 ? Altered(Rows.Page(page, size, 1000), alter) : Rows.Page(page, size, 1000));

        await AssertRejectedAsync(reader, 3, reason);
    }

    private static async Task AssertRejectedAsync(PageReader<Collection> reader, int page, string reason)
    {
        var rejection = await Assert.ThrowsAsync<ExecResponseException>(() => Rows.DrainAsync(reader));

        Assert.Equal($"GET /rows (page {page})", rejection.Request);
        Assert.Equal($"The response to GET /rows (page {page}) isn't valid: {reason}.", rejection.Message);
    }

    /// <summary>
    /// The minimum over all page sizes of the number of pages that the window touches, for a reader that gets the length of the list
    /// from its first page. If the list ends before the window, the number of pages of the plan's size.
    /// </summary>
    private static int FewestRequests(int skip, int? first, int largest, int total)
    {
        var end = Math.Min(total, (long)skip + (first ?? int.MaxValue));
        var planned = PagePlan.For(skip, first, largest).PageSize;
        int[] sizes = end < skip + (long)(first ?? int.MaxValue) ? [planned] : [.. Enumerable.Range(1, largest)];
        return sizes.Min(size => Math.Max(1, Enumerable.Range(0, (int)Math.Max(end, 0)).Skip(skip).Select(row => row / size).Distinct().Count()));
    }

    private PageReader<Collection> Reader(Func<long, int, Page<Collection>> reply, long skip = 0, long? first = null, int largest = 100) => new(
        PagePlan.For(skip, first, largest),
        "GET /rows",
        (page, size, _) =>
        {
            _requested.Add((page, size));
            return _requested.Count <= MostRequests
                ? Task.FromResult(reply(page, size))
                : throw new InvalidOperationException("The reader requests pages endlessly.");
        },
        TestContext.Current.CancellationToken);
}
