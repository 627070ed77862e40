namespace ExecPS.Client.Http;

/// <summary>
/// Keeps a connection within its requests a minute, and everybody waiting while the server asks for it.
/// </summary>
/// <remarks>
/// A request counts from the moment it is let go until a minute after its answer: whenever the server counted it in
/// between, and whether its minute slides or starts anew, it never sees more than the limit in one.
/// </remarks>
internal sealed class RequestLimiter(int requestsPerMinute, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Queue<DateTimeOffset> _answered = new();
    private TaskCompletionSource<bool> _released = NewSignal();
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
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
                Forget(clock.GetUtcNow());
                return _inFlight + _answered.Count;
            }
        }
    }

    /// <summary>Waits until a request may go; the request ends with <see cref="Release"/>.</summary>
    public async Task AcquireAsync(Action<ExecNotice> report, CancellationToken cancellationToken)
    {
        // One at a time, in the order in which they came: a page that was asked for first isn't overtaken for ever.
        if (FreeAt() is { } free)
            report(new RequestsWait("rate limit", free));
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TryTake(out var until, out var released) is false)
            {
                if (until is null)
                {
                    await WaitForReleaseAsync(released, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                report(new RequestsWait("rate limit", until.Value));
                await Delays.WaitAsync(until.Value - clock.GetUtcNow(), clock, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says that a request has its answer, or will get none.</summary>
    public void Release(bool wasRateLimited)
    {
        if (wasRateLimited)
            Interlocked.Increment(ref _rateLimitedCount);

        TaskCompletionSource<bool> released;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
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
            var until = clock.GetUtcNow() + pause;
            if (until > _pausedUntil)
                _pausedUntil = until;
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool TryTake(out DateTimeOffset? until, out Task released)
    {
        lock (_gate)
        {
            released = _released.Task;
            until = FreeAtLocked(out var full);
            if (full || until is not null)
                return false;

            _inFlight++;
            Interlocked.Increment(ref _requestCount);
            return true;
        }
    }

    private DateTimeOffset? FreeAt()
    {
        lock (_gate)
            return FreeAtLocked(out _);
    }

    /// <summary>When the next request may go; null for now, or, when the limit is full of requests in flight, for unknown.</summary>
    private DateTimeOffset? FreeAtLocked(out bool full)
    {
        var now = clock.GetUtcNow();
        Forget(now);
        full = false;
        if (_pausedUntil > now)
            return _pausedUntil;
        if (requestsPerMinute == 0 || _inFlight + _answered.Count < requestsPerMinute)
            return null;

        full = _answered.Count == 0;
        return full ? null : _answered.Peek() + Window;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_answered.Count > 0 && _answered.Peek() + Window <= now)
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
