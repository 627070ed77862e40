namespace ExecPS.Client.Http;

/// <summary>
/// Keeps a connection within its requests a minute, and everybody waiting while the server asks for it.
/// </summary>
/// <remarks>
/// A request counts from the moment it is let go until a minute after its answer: whenever the server counted it in
/// between, and whether its minute slides or starts anew, it never sees more than the limit in one. Time is measured and not
/// read off the wall: a clock that is set back would keep everybody waiting, one that is set forward would let a burst go.
/// </remarks>
internal sealed class RequestLimiter(int requestsPerMinute, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Queue<long> _answered = new();
    private TaskCompletionSource<bool> _released = NewSignal();
    private long _pausedAt;
    private TimeSpan _pause = TimeSpan.Zero;
    private int _inFlight;
    private long _requestCount;
    private long _rateLimitedCount;

    /// <summary>How many requests were let go.</summary>
    public long RequestCount => Interlocked.Read(ref _requestCount);

    /// <summary>How many answers were 429.</summary>
    public long RateLimitedCount => Interlocked.Read(ref _rateLimitedCount);

    /// <summary>How many requests count against the limit now.</summary>
    public int RequestsThisMinute
    {
        get
        {
            lock (_gate)
            {
                Forget(clock.GetTimestamp());
                return _inFlight + _answered.Count;
            }
        }
    }

    /// <summary>Waits until a request may go; the request ends with <see cref="Release"/>.</summary>
    public async Task AcquireAsync(Action<ExecNotice> report, CancellationToken cancellationToken)
    {
        // One at a time, in the order in which they came: a page that was asked for first isn't overtaken for ever.
        if (FreeIn() is { } free)
            Report(free);
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

        void Report(TimeSpan wait) => report(new RequestsWait("rate limit", clock.GetUtcNow() + wait));
    }

    /// <summary>Says that a request has its answer, or will get none.</summary>
    public void Release(bool wasRateLimited)
    {
        if (wasRateLimited)
            Interlocked.Increment(ref _rateLimitedCount);

        TaskCompletionSource<bool> released;
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            Forget(now);
            _inFlight--;
            _answered.Enqueue(now);
            (released, _released) = (_released, NewSignal());
        }

        released.TrySetResult(true);
    }

    /// <summary>Lets no request go for a while; of several pauses the longest counts.</summary>
    public void PauseFor(TimeSpan pause)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            if (pause > PauseLeft(now))
                (_pausedAt, _pause) = (now, pause);
        }
    }

    public void Dispose() => _turn.Dispose();

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
            return true;
        }
    }

    private TimeSpan? FreeIn()
    {
        lock (_gate)
            return FreeInLocked(out _);
    }

    /// <summary>How long until the next request may go; null for now, or, when the limit is full of requests in flight, for unknown.</summary>
    private TimeSpan? FreeInLocked(out bool full)
    {
        var now = clock.GetTimestamp();
        Forget(now);
        full = false;
        if (PauseLeft(now) is var pause && pause > TimeSpan.Zero)
            return pause;
        if (requestsPerMinute == 0 || _inFlight + _answered.Count < requestsPerMinute)
            return null;

        full = _answered.Count == 0;
        return full ? null : Window - clock.GetElapsedTime(_answered.Peek(), now);
    }

    private TimeSpan PauseLeft(long now) => _pause - clock.GetElapsedTime(_pausedAt, now);

    private void Forget(long now)
    {
        while (_answered.Count > 0 && clock.GetElapsedTime(_answered.Peek(), now) >= Window)
            _answered.Dequeue();
    }

    private static async Task WaitForReleaseAsync(Task released, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetCanceled(), cancelled))
            await (await Task.WhenAny(released, cancelled.Task).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
