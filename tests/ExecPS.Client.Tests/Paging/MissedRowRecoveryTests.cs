using System.Globalization;
using ExecPS.Client.Errors;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>Which pages are read again after a list has changed, and when a notice reports that rows might be missing.</summary>
public sealed class MissedRowRecoveryTests
{
    private const int PageSize = 10;

    [Theory]
    [InlineData(20)]
    [InlineData(2)]
    public async Task A_list_of_up_to_20_pages_is_read_again_completely_once(int pages)
    {
        var model = Changing(pages, (1, list => list.Remove(0)));

        var (given, notices) = await ListAsync(model);

        Assert.Empty(model.Stayed.Except(given));
        Assert.Empty(notices);
        Assert.Equal(Range(1, pages).Concat(Range(1, pages)), model.Pages);
    }

    [Fact]
    public async Task The_pages_before_the_window_do_not_count_towards_the_20()
    {
        var model = Changing(30, (12, list => list.Remove(290)));

        var (given, notices) = await ListAsync(model, skip: 105);

        Assert.Equal(model.Ids.Skip(105).Order(), given.Intersect(model.Ids).Order());
        Assert.Empty(notices);
        Assert.Equal(Range(11, 30).Concat(Range(11, 30)), model.Pages);
    }

    [Fact]
    public async Task A_list_of_21_pages_is_read_again_near_the_change_in_reverse_and_at_its_first_page()
    {
        var model = Changing(21, (10, list => list.Remove(0)));

        var (given, notices) = await ListAsync(model);

        // The change is detected between pages 10 and 11.
        Assert.Empty(model.Stayed.Except(given));
        Assert.Empty(notices);
        Assert.Equal([.. Range(1, 21), 12, 11, 10, 9, 1], model.Pages);
    }

    [Fact]
    public async Task If_a_page_has_fewer_rows_than_the_list_has_changes_more_pages_are_read_again()
    {
        var model = new MovingList(rows: 30)
        {
            BeforeRead = static (list, read) =>
            {
                if (read == 10)
                {
                    list.Remove(0);
                    list.Remove(0);
                }
            },
        };

        var (given, notices) = await model.ListAsync(new() { PageSize = 1 });

        Assert.Empty(model.Stayed.Except(given));
        Assert.Empty(notices);
        Assert.Equal([.. Range(1, 28), 14, 13, 12, 11, 10, 9, 8, 7, 3, 2, 1], model.Pages);
    }

    [Fact]
    public async Task At_the_start_of_a_long_list_the_first_page_is_read_again_once()
    {
        var model = Changing(30, (1, list => list.Remove(0)));

        await ListAsync(model);

        Assert.Equal([.. Range(1, 30), 3, 2, 1], model.Pages);
    }

    [Fact]
    public async Task At_the_end_of_a_long_list_no_page_after_it_is_read()
    {
        var model = Changing(30, (29, list => list.Remove(0)));

        await ListAsync(model);

        Assert.Equal([.. Range(1, 30), 30, 29, 28, 1], model.Pages);
    }

    [Fact]
    public async Task A_row_that_moved_to_the_first_page_of_a_long_list_is_found()
    {
        var model = Changing(30, (15, list => list.Move(200, 0)));

        var (given, notices) = await ListAsync(model);

        Assert.Equal(model.Ids.Order(), given.Order());
        Assert.Empty(notices);
    }

    [Fact]
    public async Task A_row_that_is_removed_during_the_second_pass_hides_no_other()
    {
        // Pages of one row: the missed row is on page 10, and then on page 9. A forward pass would read these two pages too early and too late.
        var model = new MovingList(rows: 30) { BeforeRead = (list, read) => Remove(list, read is 10 or 30) };

        var (given, notices) = await model.ListAsync(new() { PageSize = 1 });

        Assert.Empty(model.Stayed.Except(given));
        Assert.Single(notices);

        static void Remove(MovingList list, bool isTime)
        {
            if (isTime)
                list.Remove(0);
        }
    }

    [Fact]
    public async Task A_short_list_that_changes_again_is_not_read_a_third_time_but_reported()
    {
        var model = Changing(5, (2, list => list.Remove(0)), (7, list => list.Remove(0)));

        var (given, notices) = await ListAsync(model);

        Assert.Equal(given.Count, given.Distinct().Count());
        Assert.Contains("GET /moving changed while it was read, and at least 1 rows", Assert.Single(notices).Reason, StringComparison.Ordinal);
        Assert.Equal(10, model.Pages.Count);
    }

    [Fact]
    public async Task A_deletion_and_an_insertion_during_the_second_pass_are_reported()
    {
        // The total is the same, so only the time of the new row shows the change.
        var model = Changing(5, (2, list => list.Remove(0)), (8, list =>
        {
            list.Remove(0);
            list.Insert(45);
        }));

        var (_, notices) = await ListAsync(model);

        Assert.Contains("at least 1 rows", Assert.Single(notices).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 35)]
    [InlineData(3, 30)]
    public async Task More_than_two_changes_of_a_long_list_are_reported_instead(int changes, int requests)
    {
        var model = Changing(30, (10, list =>
        {
            for (var change = 0; change < changes; change++)
                list.Remove(0);
        }));

        var (_, notices) = await ListAsync(model);

        Assert.Equal(changes > 2 ? [$"The list of GET /moving changed while it was read, and at least {changes} rows might be missing. Run the command again, or narrow the list with a filter."] : [], notices.Select(notice => notice.Reason));
        Assert.Equal(requests, model.Pages.Count);
    }

    [Theory]
    [InlineData(17, 0, 52)] // pages 9 to 19, and page 1
    [InlineData(18, 1, 40)]
    public async Task Changes_that_are_farther_apart_than_a_quarter_of_the_list_are_reported_instead(int second, int notices, int requests)
    {
        var model = Changing(40, (10, list => list.Remove(0)), (second, list => list.Remove(0)));

        Assert.Equal(notices, (await ListAsync(model)).Notices.Count);
        Assert.Equal(requests, model.Pages.Count);
    }

    [Fact]
    public async Task A_row_inserted_in_the_unread_part_of_a_long_list_is_looked_for_from_the_start()
    {
        // A deletion and an insertion: the total is the same, so the change can be anywhere before the new row.
        var model = Changing(40, (5, list =>
        {
            list.Remove(0);
            list.Insert(60);
        }));

        var (given, notices) = await ListAsync(model);

        Assert.Empty(model.Stayed.Except(given));
        Assert.Empty(notices);
        Assert.Equal([.. Range(1, 40), 8, 7, 6, 5, 4, 3, 2, 1], model.Pages);
    }

    [Fact]
    public async Task A_page_that_is_too_short_is_read_again()
    {
        var model = new MovingList(rows: 50);
        var reads = 0;
        await using var reader = ReaderOf(model, page => page.Data!.RemoveRange(0, page.Pagination!.Page == 3 && reads++ == 0 ? 4 : 0));

        var given = await DrainAsync(reader);

        Assert.Equal(model.Ids.Order(), given.Order());
        Assert.Equal([1, 2, 3, 4, 5, 3], model.Pages);
    }

    [Fact]
    public async Task A_last_page_that_is_too_short_is_read_again()
    {
        var model = new MovingList(rows: 45);
        var reads = 0;
        await using var reader = ReaderOf(model, page => page.Data!.RemoveRange(0, page.Pagination!.Page == 5 && reads++ == 0 ? 2 : 0));

        var given = await DrainAsync(reader);

        Assert.Equal(model.Ids.Order(), given.Order());
        Assert.Equal([1, 2, 3, 4, 5, 5], model.Pages);
    }

    [Fact]
    public async Task Rows_that_a_short_page_never_returns_are_reported()
    {
        var model = new MovingList(rows: 50);
        await using var reader = ReaderOf(model, page => page.Data!.RemoveRange(0, page.Pagination!.Page == 3 ? 4 : 0));

        var failure = await Assert.ThrowsAsync<ExecListIncompleteException>(() => DrainAsync(reader));

        Assert.Contains("at least 4 rows might be missing", failure.Message, StringComparison.Ordinal);
        Assert.Equal("GET /moving", failure.Request);
        Assert.Equal(46, reader.Given);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task The_maximum_date_is_not_an_error(string date)
    {
        var respondedAt = DateTimeOffset.Parse(date, CultureInfo.InvariantCulture);
        foreach (var from in new[] { 1, 2, 3 })
        {
            var model = new MovingList(rows: 30);
            await using var reader = ReaderOf(model, page =>
            {
                page.Data![0].CreatedAt = respondedAt.Year == 1 ? DateTime.MaxValue : DateTime.MinValue;
                page.RespondedAt = page.Pagination!.Page >= from ? respondedAt : null;
            });

            Assert.Equal(model.Ids, await DrainAsync(reader));
        }
    }

    /// <summary>A list of full pages that changes before reads, which are numbered from 0.</summary>
    private static MovingList Changing(int pages, params (int Read, Action<MovingList> Change)[] changes) => new(pages * PageSize)
    {
        BeforeRead = (list, read) => Array.ForEach(Array.FindAll(changes, change => change.Read == read), change => change.Change(list)),
    };

    private static Task<(List<string> Given, IReadOnlyList<ListingDisturbed> Notices)> ListAsync(MovingList model, long skip = 0) =>
        model.ListAsync(new() { PageSize = PageSize, Skip = skip });

    private static IEnumerable<long> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(page => (long)page);

    /// <summary>A reader without a receiver for notices.</summary>
    private static ListReader<Assignment> ReaderOf(MovingList model, Action<Page<Assignment>> alter) => new(
        1,
        new() { PageSize = PageSize },
        null,
        (_, plan, stop) => new(
            plan,
            "GET /moving",
            (number, size, _) =>
            {
                var page = model.Read(number, size);
                alter(page);
                return Task.FromResult(page);
            },
            stop),
        TestContext.Current.CancellationToken);

    private static async Task<List<string>> DrainAsync(ListReader<Assignment> reader)
    {
        var ids = new List<string>();
        while (await reader.ReadAsync() is { } rows)
            ids.AddRange(rows.Select(row => row.Id!));
        return ids;
    }
}
