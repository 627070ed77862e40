namespace ExecPS.Client.Http;

/// <summary>Limits the number of requests per minute, and pauses all requests when the server requires it.</summary>
/// <param name="requestsPerMinute">The limit. 0 for no limit.</param>
/// <param name="clock">Measures the time.</param>
/// <param name="reason">The reason for waiting, for notices.</param>
/// <remarks>
/// A request counts from the moment it is sent until one minute after its response. The server counts it at some time in between, so
/// that it never sees more than the limit in one minute, whether its minute is a sliding or a fixed window. The minute is measured
/// with the monotonic clock, because a change of the system time must neither prolong a wait nor allow a burst.
/// </remarks>
#pragma warning disable CA1001 // Not disposable: requests that still wait for a disposed semaphore would wait forever.
internal sealed class RequestLimiter(int requestsPerMinute, TimeProvider clock, string reason = "rate limit")
#pragma warning restore CA1001
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Queue<long> _completed = new();
    private readonly Queue<DateTimeOffset> _day = new();
    private TaskCompletionSource<bool> _released = NewSignal();
    private long _pausedAt;
    private TimeSpan _pause = TimeSpan.Zero;
    private int _inFlight;
    private long _requestCount;
    private long _rateLimitedCount;

    /// <summary>The number of requests sent.</summary>
    public long RequestCount => Interlocked.Read(ref _requestCount);

    /// <summary>The number of responses with status 429.</summary>
    public long RateLimitedCount => Interlocked.Read(ref _rateLimitedCount);

    /// <summary>The number of requests that currently count against the limit.</summary>
    public int RequestsThisMinute
    {
        get
        {
            lock (_gate)
            {
                Forget(clock.GetTimestamp());
                return _inFlight + _completed.Count;
            }
        }
    }

    /// <summary>The part of the daily quota that the requests of the last 24 hours leave.</summary>
    /// <remarks>Measured with the system time, because the monotonic clock may stop while the computer sleeps.</remarks>
    public int RequestsLeftToday
    {
        get
        {
            lock (_gate)
            {
                var dayAgo = clock.GetUtcNow() - TimeSpan.FromDays(1);
                while (_day.Count > 0 && _day.Peek() <= dayAgo)
                    _day.Dequeue();
                return PublishedLimits.RequestsPerDay - _day.Count;
            }
        }
    }

    /// <summary>Estimates how long the limit delays a number of requests, the last of them included, that have no response yet.</summary>
    public TimeSpan EstimateWait(long requests)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            Forget(now);
            var unsent = requests - _inFlight;
            var delayed = unsent - (requestsPerMinute - _inFlight - _completed.Count);
            if (requestsPerMinute == 0 || unsent <= 0 || delayed <= 0)
                return TimeSpan.Zero;

            // The n-th delayed request takes the place of the n-th request that stops counting, in each minute the same.
            var place = (int)((delayed - 1) % requestsPerMinute);
            var minutes = ((delayed - 1) / requestsPerMinute) + 1;
            var age = place < _completed.Count ? clock.GetElapsedTime(_completed.ElementAt(place), now) : TimeSpan.Zero;
            return TimeSpan.FromTicks((Window.Ticks * minutes) - age.Ticks);
        }
    }

    /// <summary>Sends a request when the limit allows it.</summary>
    /// <param name="send">Sends the request.</param>
    /// <param name="report">Receives a notice if the request has to wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> send, Action<ExecNotice> report, CancellationToken cancellationToken)
    {
        await AcquireAsync(report, cancellationToken).ConfigureAwait(false);
        try
        {
            return await send().ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Waits until a request may be sent. Call <see cref="Release"/> when the request ends.</summary>
    internal async Task AcquireAsync(Action<ExecNotice> report, CancellationToken cancellationToken)
    {
        if (FreeIn() is { } free)
            Report(free);

        // One at a time and in order, so that no request is overtaken indefinitely.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TryTake(out var wait, out var released) is false)
            {
                if (wait is null)
                {
                    await WaitForReleaseAsync(released, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                Report(wait.Value);
                await Delays.WaitAsync(wait.Value, clock, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }

        void Report(TimeSpan wait) => report(new RequestsWait(reason, clock.GetUtcNow() + wait));
    }

    /// <summary>Ends a request: it has its response, or failed.</summary>
    internal void Release()
    {
        TaskCompletionSource<bool> released;
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            Forget(now);
            _inFlight--;
            _completed.Enqueue(now);
            (released, _released) = (_released, NewSignal());
        }

        released.TrySetResult(true);
    }

    /// <summary>Counts a response with status 429, and lets no request start for a while. If several pauses overlap, the latest end applies.</summary>
    public void PauseAfterRateLimit(TimeSpan pause)
    {
        Interlocked.Increment(ref _rateLimitedCount);
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            if (pause > PauseLeft(now))
                (_pausedAt, _pause) = (now, pause);
        }
    }

    private bool TryTake(out TimeSpan? wait, out Task released)
    {
        lock (_gate)
        {
            released = _released.Task;
            wait = FreeInLocked(out var full);
            if (full || wait is not null)
                return false;

            _inFlight++;
            Interlocked.Increment(ref _requestCount);

            // More than the quota need not be remembered.
            if (_day.Count == PublishedLimits.RequestsPerDay)
                _day.Dequeue();
            _day.Enqueue(clock.GetUtcNow());
            return true;
        }
    }

    private TimeSpan? FreeIn()
    {
        lock (_gate)
            return FreeInLocked(out _);
    }

    /// <summary>The time until the next request may start. Null if it may start now, or if all counted requests are in flight, so that the time is unknown.</summary>
    private TimeSpan? FreeInLocked(out bool full)
    {
        var now = clock.GetTimestamp();
        Forget(now);
        full = false;
        if (PauseLeft(now) is var pause && pause > TimeSpan.Zero)
            return pause;
        if (requestsPerMinute == 0 || _inFlight + _completed.Count < requestsPerMinute)
            return null;

        full = _completed.Count == 0;
        return full ? null : Window - clock.GetElapsedTime(_completed.Peek(), now);
    }

    private TimeSpan PauseLeft(long now) => _pause - clock.GetElapsedTime(_pausedAt, now);

    private void Forget(long now)
    {
        while (_completed.Count > 0 && clock.GetElapsedTime(_completed.Peek(), now) >= Window)
            _completed.Dequeue();
    }

    private static async Task WaitForReleaseAsync(Task released, CancellationToken cancellationToken)
    {
        var canceled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetCanceled(), canceled))
            await (await Task.WhenAny(released, canceled.Task).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
