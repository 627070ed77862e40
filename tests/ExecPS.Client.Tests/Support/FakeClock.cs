namespace ExecPS.Client.Tests.Support;

/// <summary>A clock that a test advances, or that advances by itself to the end of each wait.</summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(Func<bool> Holds, TaskCompletionSource Signal)> _watchers = [];
    private DateTimeOffset _now = Start;
    private TimeSpan _wallIsOffBy = TimeSpan.Zero;
    private int _timersSet;
    private int _skipsLeft;
    private int _timestampsLeft = 100_000;
    private bool _skips;

    /// <summary>The time at which every such clock starts.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The elapsed time.</summary>
    public TimeSpan Elapsed => Now - Start;

    /// <summary>The number of times that a timer was set, on creation or later.</summary>
    public int TimersSet
    {
        get
        {
            lock (_gate)
                return _timersSet;
        }
    }

    /// <summary>The number of timers that are set and not due yet.</summary>
    public int TimersPending
    {
        get
        {
            lock (_gate)
                return _timers.Count(timer => timer.Due is not null);
        }
    }

    /// <summary>Creates a clock that advances to the next due timer whenever one is set, so that no wait takes long.</summary>
    /// <param name="atMost">The maximum number of times that a timer can be set, so that an endless loop fails.</param>
    public static FakeClock ThatSkipsWaits(int atMost = 1000) => new() { _skips = true, _skipsLeft = atMost };

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now + _wallIsOffBy;
    }

    public override long GetTimestamp()
    {
        if (Interlocked.Decrement(ref _timestampsLeft) < 0)
            throw new InvalidOperationException("The time was read so often that this must be a loop that doesn't wait.");
        return Now.Ticks;
    }

    /// <summary>Changes the time of day without advancing the clock.</summary>
    public void SetWall(TimeSpan ahead)
    {
        lock (_gate)
            _wallIsOffBy += ahead;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
            throw new NotSupportedException("Nothing here ticks.");

        var timer = new FakeTimer(this, () => callback(state));
        lock (_gate)
            _timers.Add(timer);
        Set(timer, dueTime);
        return timer;
    }

    /// <summary>Advances the clock. Timers that become due fire in order.</summary>
    public void Advance(TimeSpan time)
    {
        var end = Now + time;
        while (TakeNextDue(end) is { } due)
            due.Fire();

        lock (_gate)
            _now = _now > end ? _now : end;
    }

    /// <summary>Completes when a timer is set that is due after the specified time.</summary>
    public Task UntilWaitingForAsync(TimeSpan time) =>
        UntilAsync(() => _timers.Exists(timer => timer.Due == _now + time));

    /// <summary>Completes when timers were set the specified number of times.</summary>
    public Task UntilTimersSetAsync(int count) => UntilAsync(() => _timersSet >= count);

    private DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _now;
        }
    }

    private Task UntilAsync(Func<bool> holds)
    {
        lock (_gate)
        {
            if (holds())
                return Task.CompletedTask;

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((holds, signal));
            return signal.Task.Soon();
        }
    }

    private void Set(FakeTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime;
            if (timer.Due is null)
                return;

            _timersSet++;
            if (_skips && _skipsLeft-- == 0)
                throw new InvalidOperationException("There was more waiting than this test allows.");

            foreach (var watcher in _watchers.Where(watcher => watcher.Holds()).ToArray())
            {
                _watchers.Remove(watcher);
                watcher.Signal.SetResult();
            }
        }

        if (_skips)
            ThreadPool.QueueUserWorkItem(static clock => clock.TakeNextDue(DateTimeOffset.MaxValue)?.Fire(), this, preferLocal: false);
    }

    private FakeTimer? TakeNextDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is not null)
            {
                _now = next.Due > _now ? next.Due.Value : _now;
                next.Due = null;
            }

            return next;
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action callback) : ITimer
    {
        /// <summary>Null while it isn't set. Read and written under the clock's lock.</summary>
        public DateTimeOffset? Due { get; set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                Due = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
