using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>How many pages a <see cref="PageReader{T}"/> prefetches. The consumer is fast if a page isn't available when it reads.</summary>
public class ReadAheadTests
{
    private readonly Wire _wire = new();

    [Fact]
    public async Task Nothing_is_requested_before_the_consumer_reads()
    {
        await using var reader = Reader();

        Assert.Empty(_wire.Requested);
    }

    [Fact]
    public async Task No_other_page_is_requested_before_the_first_one_arrives()
    {
        // Until then, the number of pages isn't known.
        await using var reader = Reader();

        _ = reader.ReadAsync();

        Assert.Equal([1], _wire.Requested);
    }

    [Fact]
    public async Task A_consumer_that_stops_within_the_first_page_causes_two_requests()
    {
        await using (var reader = Reader())
            await FirstPageAsync(reader);

        Assert.Equal([1, 2], _wire.Requested);
    }

    [Fact]
    public async Task A_consumer_that_finds_each_page_ready_stays_one_page_ahead()
    {
        await using var reader = Reader();
        await FirstPageAsync(reader);

        for (var page = 2; page <= 20; page++)
        {
            _wire.RespondAll();
            await reader.ReadAsync().Soon();

            Assert.Equal(1, reader.Width);
            Assert.Equal(page + 1, _wire.Requested.Count);
        }
    }

    [Fact]
    public async Task Each_wait_of_the_consumer_doubles_the_prefetched_pages_up_to_eight()
    {
        await using var reader = Reader();
        await FirstPageAsync(reader);
        List<int> widths = [reader.Width];

        for (var page = 2; page <= 6; page++)
        {
            await WaitForPageAsync(reader, page);
            widths.Add(reader.Width);
        }

        Assert.Equal([1, 2, 4, 8, 8, 8], widths);
    }

    [Fact]
    public async Task At_most_eight_pages_are_prefetched()
    {
        await using var reader = Reader();
        await FirstPageAsync(reader);

        for (var page = 2; page <= 50; page++)
        {
            await WaitForPageAsync(reader, page);
            Assert.InRange(_wire.Requested.Count - page, 0, PrefetchQueue<object>.MaximumWidth);
        }

        Assert.Equal(50 + PrefetchQueue<object>.MaximumWidth, _wire.Requested.Count);
    }

    [Fact]
    public async Task Pages_are_returned_in_order_even_if_they_arrive_out_of_order()
    {
        await using var reader = Reader();
        await FirstPageAsync(reader);
        for (var page = 2; page <= 4; page++)
            await WaitForPageAsync(reader, page);

        // Pages 5 to 12 are in flight; the last one arrives first.
        _wire.Respond(12, 11, 10, 9, 8, 7, 6);
        var fifth = reader.ReadAsync();
        Assert.False(fifth.IsCompleted);
        _wire.Respond(5);

        Assert.Equal(400, Rows.NumberOf((await fifth.Soon())![0]));
        Assert.Equal(500, Rows.NumberOf((await reader.ReadAsync().Soon())![0]));
    }

    [Fact]
    public async Task No_page_after_the_last_page_of_the_list_is_requested()
    {
        _wire.Total = 250;
        await using var reader = Reader();
        await FirstPageAsync(reader);
        for (var page = 2; page <= 3; page++)
            await WaitForPageAsync(reader, page);

        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal([1, 2, 3], _wire.Requested);
    }

    [Fact]
    public async Task No_page_after_the_last_page_of_the_window_is_requested()
    {
        await using var reader = Reader(first: 150);
        await FirstPageAsync(reader);
        await WaitForPageAsync(reader, 2);

        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal([1, 2], _wire.Requested);
    }

    [Fact]
    public async Task A_list_that_shrinks_is_read_to_its_new_end()
    {
        _wire.Total = 500;
        await using var reader = Reader();
        await FirstPageAsync(reader);

        _wire.Total = 250;
        var read = reader.ReadAsync();
        _wire.RespondAll();

        Assert.Equal(100, (await read.Soon())!.Count);
        Assert.Equal(50, (await reader.ReadAsync().Soon())!.Count);
        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal([1, 2, 3], _wire.Requested);
    }

    [Fact]
    public async Task A_list_that_grows_is_read_to_its_new_end()
    {
        _wire.Total = 150;
        await using var reader = Reader();
        await FirstPageAsync(reader);

        _wire.Total = 250;
        _wire.RespondAll();
        await reader.ReadAsync().Soon();
        _wire.RespondAll();

        Assert.Equal(50, (await reader.ReadAsync().Soon())!.Count);
        Assert.Null(await reader.ReadAsync().Soon());
    }

    [Fact]
    public async Task Starting_reads_the_first_page_once()
    {
        await using var reader = Reader(first: 100);
        var begin = reader.BeginAsync();
        _wire.RespondAll();
        await begin.Soon();
        await reader.BeginAsync().Soon();

        Assert.Equal(10_000, reader.Total);
        Assert.Equal(100, (await reader.ReadAsync().Soon())!.Count);
        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal([1], _wire.Requested);
    }

    [Fact]
    public async Task Starting_prefetches_no_page_but_the_first_read_does()
    {
        await using var reader = Reader();
        Assert.Null(reader.RemainingPages);
        var begin = reader.BeginAsync();
        _wire.RespondAll();
        await begin.Soon();
        Assert.Equal([1], _wire.Requested);
        Assert.False(reader.HasRequestedAll);

        await reader.ReadAsync().Soon();

        Assert.Equal([1, 2], _wire.Requested);
    }

    [Fact]
    public async Task The_remaining_pages_include_those_in_flight()
    {
        await using var reader = Reader(first: 350);
        await FirstPageAsync(reader);

        Assert.Equal(3, reader.RemainingPages);
        for (var page = 2; page <= 4; page++)
            await WaitForPageAsync(reader, page);

        Assert.Equal(0, reader.RemainingPages);
        Assert.True(reader.HasRequestedAll);
    }

    [Fact]
    public async Task Disposing_cancels_only_the_reads_in_flight()
    {
        var reader = Reader();
        await FirstPageAsync(reader);
        await WaitForPageAsync(reader, 2);
        _wire.Respond(3);

        await reader.DisposeAsync();

        Assert.Equal([4], _wire.Cancelled);
    }

    [Fact]
    public async Task Disposing_waits_until_the_reads_have_ended()
    {
        var stubborn = new TaskCompletionSource<Page<Collection>>();
        var reader = new PageReader<Collection>(
            PagePlan.For(0, null, 100),
            "GET /rows",
            (page, size, _) => page == 1 ? Task.FromResult(Rows.Page(1, 100, 10_000)) : stubborn.Task,
            TestContext.Current.CancellationToken);
        await reader.ReadAsync().Soon();

        var disposing = reader.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        stubborn.SetException(new IOException("too late"));

        await disposing.Soon();
    }

    [Fact]
    public async Task Disposing_twice_has_no_effect()
    {
        var reader = Reader();
        await FirstPageAsync(reader);

        await reader.DisposeAsync();
        await reader.DisposeAsync();

        Assert.Equal([2], _wire.Cancelled);
    }

    [Fact]
    public async Task Canceling_ends_the_read_that_the_consumer_waits_for()
    {
        using var cancelling = new CancellationTokenSource();
        await using var reader = Reader(cancellationToken: cancelling.Token);
        await FirstPageAsync(reader);
        var read = reader.ReadAsync();

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.Soon());
    }

    [Fact]
    public async Task A_prefetched_page_that_fails_throws_when_it_is_read()
    {
        await using var reader = Reader();
        await FirstPageAsync(reader);
        await WaitForPageAsync(reader, 2);
        _wire.Fail(4, new IOException("page 4"));
        _wire.Respond(3);

        Assert.Equal(100, (await reader.ReadAsync().Soon())!.Count);
        Assert.Equal("page 4", (await Assert.ThrowsAsync<IOException>(() => reader.ReadAsync().Soon())).Message);
    }

    private PageReader<Collection> Reader(long? first = null, CancellationToken? cancellationToken = null) =>
        new(PagePlan.For(0, first, 100), "GET /rows", _wire.FetchAsync, cancellationToken ?? TestContext.Current.CancellationToken);

    private Task FirstPageAsync(PageReader<Collection> reader) => WaitForPageAsync(reader, 1);

    /// <summary>The consumer reads before the page arrives.</summary>
    private async Task WaitForPageAsync(PageReader<Collection> reader, int page)
    {
        var read = reader.ReadAsync();
        Assert.False(read.IsCompleted);
        _wire.Respond(page);
        await read.Soon();
    }
}
