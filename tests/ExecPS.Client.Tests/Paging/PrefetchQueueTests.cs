using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>Which requests a queue starts before their results are read. The consumer is fast if a result isn't available when it reads.</summary>
public sealed class PrefetchQueueTests : IAsyncDisposable
{
    private readonly List<TaskCompletionSource<string>> _started = [];
    private readonly PrefetchQueue<string> _queue;
    private int _left = 40;

    public PrefetchQueueTests() => _queue = new(() => _left-- > 0 ? Request : null, TestContext.Current.CancellationToken);

    [Fact]
    public void Nothing_is_started_before_the_first_read() => Assert.Empty(_started);

    [Fact]
    public async Task One_request_is_started_at_first_and_another_when_its_result_is_there()
    {
        var read = _queue.ReadAsync();
        Assert.Single(_started);

        _started[0].SetResult("a");
        await read.Soon();

        Assert.Equal(2, _started.Count);
    }

    [Fact]
    public async Task Results_are_returned_in_the_order_of_the_requests()
    {
        await ReadAsync(0);
        await ReadAsync(1);
        _started[3].SetResult("3");
        var third = _queue.ReadAsync();
        Assert.False(third.IsCompleted);
        _started[2].SetResult("2");

        Assert.Equal("2", await third.Soon());
        Assert.Equal("3", await _queue.ReadAsync().Soon());
    }

    [Fact]
    public async Task Each_wait_for_a_prefetched_request_doubles_the_number_in_flight_up_to_eight()
    {
        List<int> ahead = [];
        for (var request = 0; request < 20; request++)
        {
            await ReadAsync(request);
            ahead.Add(_started.Count - request - 1);
        }

        Assert.Equal([1, 2, 4, 8, 8], ahead.Take(5));
        Assert.Equal(PrefetchQueue<string>.MaximumWidth, ahead.Max());
    }

    [Fact]
    public async Task A_result_that_is_there_is_returned_at_once_and_does_not_widen_the_window()
    {
        await ReadAsync(0);
        for (var request = 1; request < 20; request++)
        {
            _started[request].SetResult("a");
            Assert.True(_queue.ReadAsync().IsCompletedSuccessfully);
        }

        Assert.Equal(1, _queue.Width);
    }

    [Fact]
    public async Task After_the_last_request_there_is_no_result()
    {
        _left = 2;
        await ReadAsync(0);
        await ReadAsync(1);

        Assert.Null(await _queue.ReadAsync().Soon());
        Assert.Equal(2, _started.Count);
    }

    [Fact]
    public async Task A_request_that_is_known_later_is_started_when_the_queue_is_told_or_read()
    {
        _left = 0;
        Assert.Null(await _queue.ReadAsync().Soon());

        _left = 1;
        _queue.Prefetch();

        Assert.Single(_started);
    }

    [Fact]
    public async Task The_consumer_sees_a_result_before_the_next_request_is_started()
    {
        var startedBefore = 0;
        var read = _queue.ReadAsync(_ => startedBefore = _started.Count);
        _started[0].SetResult("a");
        await read.Soon();

        Assert.Equal((1, 2), (startedBefore, _started.Count));
    }

    [Fact]
    public async Task A_request_that_fails_fails_alone_whether_it_was_sent_or_not()
    {
        var requests = new Queue<Func<CancellationToken, Task<string>>>(
        [
            _ => throw new ArgumentException("never sent"),
            _ => Task.FromException<string>(new InvalidOperationException("rejected")),
            _ => Task.FromResult("c"),
        ]);
        await using var queue = new PrefetchQueue<string>(() => requests.Count > 0 ? requests.Dequeue() : null, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ArgumentException>(() => queue.ReadAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.ReadAsync());
        Assert.Equal("c", await queue.ReadAsync());
        Assert.Null(await queue.ReadAsync());
    }

    [Fact]
    public async Task Disposal_cancels_the_requests_in_flight_and_starts_no_more()
    {
        await ReadAsync(0);
        await ReadAsync(1);

        await _queue.DisposeAsync();
        _queue.Prefetch();

        Assert.Equal([false, false, true, true], _started.Select(request => request.Task.IsCanceled));
    }

    [Fact]
    public async Task Disposal_waits_a_limited_time_for_a_request_that_ignores_cancellation()
    {
        var clock = new FakeClock();
        var stubborn = new TaskCompletionSource<string>();
        var queue = new PrefetchQueue<string>(() => _ => stubborn.Task, TestContext.Current.CancellationToken, clock);
        queue.Prefetch();

        var disposing = queue.DisposeAsync().AsTask();
        await clock.UntilWaitingForAsync(PrefetchQueue<string>.DisposalLimit);
        Assert.False(disposing.IsCompleted);
        clock.Advance(PrefetchQueue<string>.DisposalLimit);

        await disposing.Soon();
    }

    [Fact]
    public async Task A_failure_that_is_never_read_is_not_reported_as_unobserved()
    {
        var unobserved = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, failure) => unobserved += failure.Exception.ToString().Contains("nobody reads this", StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            for (var run = 0; run < 10; run++)
                await LeaveFailureAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }

        Assert.Equal(0, unobserved);

        static async Task LeaveFailureAsync()
        {
            var failing = new TaskCompletionSource<string>();
            var queue = new PrefetchQueue<string>(() => _ => failing.Task, CancellationToken.None);
            queue.Prefetch();
            var disposing = queue.DisposeAsync();
            failing.SetException(new InvalidOperationException("nobody reads this"));
            await disposing;
        }
    }

    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    private Task<string> Request(CancellationToken stop)
    {
        var result = new TaskCompletionSource<string>();
        _started.Add(result);
        stop.Register(() => result.TrySetCanceled(stop));
        return result.Task;
    }

    /// <summary>The consumer reads before the result arrives.</summary>
    private async Task ReadAsync(int request)
    {
        var read = _queue.ReadAsync();
        Assert.False(read.IsCompleted);
        _started[request].SetResult($"{request}");
        Assert.Equal($"{request}", await read.Soon());
    }
}
