using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

public class RequestLimiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeClock _clock = new();
    private readonly NoticeLog _notices = new();

    [Fact]
    public async Task Sixty_requests_start_immediately()
    {
        var limiter = Limiter();

        await BurstAsync(limiter, 60);

        Assert.Empty(_notices.Of<RequestsWait>());
    }

    [Fact]
    public async Task The_sixty_first_request_waits_until_a_minute_after_the_first_response()
    {
        var limiter = Limiter();
        await BurstAsync(limiter, 60);
        Pass(seconds: 5);
        limiter.Release();
        Pass(seconds: 2);
        Complete(limiter, 59);

        var next = AcquireAsync(limiter);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(58));
        Assert.False(next.IsCompleted);
        Pass(seconds: 58);

        await next.Soon();
        Assert.Equal(65, _clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task A_delay_is_reported_with_its_end()
    {
        var limiter = Limiter();
        await BurstAsync(limiter, 60);
        Complete(limiter, 60);

        _ = AcquireAsync(limiter);
        await _notices.UntilAsync<RequestsWait>();

        Assert.All(_notices.Of<RequestsWait>(), notice => Assert.Equal(("rate limit", FakeClock.Start + Minute), (notice.Reason, notice.Until)));
    }

    [Fact]
    public async Task With_sixty_requests_in_flight_the_next_waits_until_a_minute_after_the_first_response()
    {
        var limiter = Limiter();
        await BurstAsync(limiter, 60);
        var next = AcquireAsync(limiter);
        Assert.Equal(0, _clock.TimersPending);

        Pass(seconds: 300);
        limiter.Release();
        await _clock.UntilWaitingForAsync(Minute);
        Pass(seconds: 60);

        await next.Soon();
    }

    [Fact]
    public async Task A_request_in_flight_counts_regardless_of_its_duration()
    {
        var limiter = Limiter();
        await BurstAsync(limiter, 60);

        Pass(seconds: 3600);

        Assert.False(await HasRoomAsync(limiter));
    }

    [Fact]
    public async Task Each_response_allows_one_more_request_a_minute_later()
    {
        var limiter = Limiter(2);
        await BurstAsync(limiter, 2);
        limiter.Release();
        Pass(seconds: 10);
        limiter.Release();
        Pass(seconds: 50);

        await AcquireAsync(limiter).Soon();
        var next = AcquireAsync(limiter);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(10));
        Assert.False(next.IsCompleted);
        Pass(seconds: 10);

        await next.Soon();
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task Setting_the_clock_neither_extends_a_delay_nor_allows_a_burst(int days)
    {
        var limiter = Limiter(2);
        await BurstAsync(limiter, 2);
        Complete(limiter, 2);
        Pass(seconds: 10);

        _clock.SetWall(TimeSpan.FromDays(days));

        Assert.Equal(2, limiter.RequestsThisMinute);
        var next = AcquireAsync(limiter);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(50));
        Assert.All(_notices.Of<RequestsWait>(), notice => Assert.Equal(FakeClock.Start.AddDays(days) + Minute, notice.Until));
        _clock.SetWall(TimeSpan.FromDays(days));
        Pass(seconds: 50);

        await next.Soon();
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task Setting_the_clock_does_not_change_a_pause(int days)
    {
        var limiter = Limiter();
        limiter.PauseAfterRateLimit(TimeSpan.FromSeconds(30));
        Pass(seconds: 10);

        _clock.SetWall(TimeSpan.FromDays(days));
        limiter.PauseAfterRateLimit(TimeSpan.FromSeconds(5));

        var request = AcquireAsync(limiter);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(20));
        Pass(seconds: 20);

        await request.Soon();
    }

    [Fact]
    public async Task Without_a_limit_any_number_of_requests_starts_immediately()
    {
        var limiter = Limiter(0);

        await BurstAsync(limiter, 2000);

        Assert.Empty(_notices.Of<RequestsWait>());
        Assert.Equal(2000, limiter.RequestsThisMinute);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(0)]
    public async Task A_pause_delays_every_request(int limit)
    {
        var limiter = Limiter(limit);
        limiter.PauseAfterRateLimit(TimeSpan.FromSeconds(30));

        var requests = new[] { AcquireAsync(limiter), AcquireAsync(limiter), AcquireAsync(limiter) };
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(requests, request => request.IsCompleted);
        Assert.All(_notices.Of<RequestsWait>(), notice => Assert.Equal(FakeClock.Start.AddSeconds(30), notice.Until));
        Pass(seconds: 30);

        await Task.WhenAll(requests).Soon();
    }

    [Theory]
    [InlineData(10, 40)]
    [InlineData(40, 10)]
    public async Task The_longest_of_several_pauses_applies(int first, int second)
    {
        var limiter = Limiter();
        limiter.PauseAfterRateLimit(TimeSpan.FromSeconds(first));
        limiter.PauseAfterRateLimit(TimeSpan.FromSeconds(second));

        var request = AcquireAsync(limiter);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(40));
        Pass(seconds: 40);

        await request.Soon();
    }

    [Fact]
    public async Task A_pause_that_starts_while_a_request_waits_delays_it_too()
    {
        var limiter = Limiter();
        limiter.PauseAfterRateLimit(TimeSpan.FromSeconds(10));
        var request = AcquireAsync(limiter);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(10));
        limiter.PauseAfterRateLimit(TimeSpan.FromSeconds(25));

        Pass(seconds: 10);
        await _clock.UntilWaitingForAsync(TimeSpan.FromSeconds(15));
        Assert.False(request.IsCompleted);
        Pass(seconds: 15);

        await request.Soon();
    }

    [Fact]
    public async Task Requests_are_sent_in_the_order_of_arrival()
    {
        var limiter = Limiter(1);
        await BurstAsync(limiter, 1);
        var waiting = Enumerable.Range(0, 5).Select(_ => AcquireAsync(limiter)).ToArray();

        for (var next = 0; next < waiting.Length; next++)
        {
            limiter.Release();
            await _clock.UntilWaitingForAsync(Minute);
            _clock.Advance(Minute);
            await waiting[next].Soon();
            Assert.DoesNotContain(waiting.Skip(next + 1), request => request.IsCompleted);
        }
    }

    [Fact]
    public async Task A_canceled_request_lets_the_next_one_proceed()
    {
        var limiter = Limiter(1);
        using var givingUp = new CancellationTokenSource();
        await BurstAsync(limiter, 1);
        var first = AcquireAsync(limiter, givingUp.Token);
        var second = AcquireAsync(limiter);
        limiter.Release();
        await _clock.UntilWaitingForAsync(Minute);

        await givingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Soon());
        await _clock.UntilWaitingForAsync(Minute);
        Pass(seconds: 60);

        await second.Soon();
        Assert.Equal(2, limiter.RequestCount);
    }

    [Fact]
    public async Task A_request_that_is_canceled_in_the_queue_uses_no_slot()
    {
        var limiter = Limiter(1);
        using var givingUp = new CancellationTokenSource();
        await BurstAsync(limiter, 1);
        var first = AcquireAsync(limiter);
        var second = AcquireAsync(limiter, givingUp.Token);
        var third = AcquireAsync(limiter);

        await givingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Soon());

        foreach (var request in new[] { first, third })
        {
            limiter.Release();
            await _clock.UntilWaitingForAsync(Minute);
            Pass(seconds: 60);
            await request.Soon();
        }
    }

    [Fact]
    public async Task Requests_and_429_responses_are_counted()
    {
        var limiter = Limiter();
        await BurstAsync(limiter, 3);
        limiter.PauseAfterRateLimit(TimeSpan.Zero);
        Complete(limiter, 2);

        Assert.Equal((3, 3, 1), (limiter.RequestCount, limiter.RequestsThisMinute, limiter.RateLimitedCount));

        // Completed requests are removed after a minute; the request in flight isn't.
        Pass(seconds: 60);
        Assert.Equal((3, 1, 1), (limiter.RequestCount, limiter.RequestsThisMinute, limiter.RateLimitedCount));

        limiter.PauseAfterRateLimit(Minute);
        Assert.Equal(2, limiter.RateLimitedCount);
        _ = AcquireAsync(limiter);
        await _clock.UntilWaitingForAsync(Minute);
        Assert.Equal(3, limiter.RequestCount);
    }

    [Fact]
    public async Task No_minute_has_more_requests_than_the_limit_regardless_of_when_the_server_counts_them()
    {
        const int limit = 7;
        for (var seed = 0; seed < 200; seed++)
        {
            var dice = new Dice(seed);
            var clock = new FakeClock();
            var limiter = new RequestLimiter(limit, clock);
            var counted = new List<TimeSpan>();
            var inFlight = new Queue<(TimeSpan Sent, TimeSpan Answered)>();

            for (var step = 0; step < 300; step++)
            {
                clock.Advance(TimeSpan.FromSeconds(dice.Below(8)));
                while (inFlight.Count > 0 && inFlight.Peek().Answered <= clock.Elapsed)
                {
                    // The server counts a request at some time between these two.
                    var (sent, _) = inFlight.Dequeue();
                    counted.Add(sent + ((clock.Elapsed - sent) * (dice.Below(101) / 100.0)));
                    limiter.Release();
                }

                if (await HasRoomAsync(limiter))
                    inFlight.Enqueue((clock.Elapsed, clock.Elapsed + TimeSpan.FromSeconds(dice.Below(20))));
            }

            counted.Sort();
            for (var index = limit; index < counted.Count; index++)
                Assert.True(counted[index] - counted[index - limit] >= Minute, $"Seed {seed}: {limit + 1} requests from {counted[index - limit]} to {counted[index]}.");
            Assert.True(counted.Count > limit, $"Seed {seed}: only {counted.Count} requests went.");
        }
    }

    [Fact]
    public async Task The_daily_quota_counts_the_requests_of_the_last_24_hours()
    {
        var limiter = Limiter(0);
        Assert.Equal(1000, limiter.RequestsLeftToday);

        await BurstAsync(limiter, 300);
        Complete(limiter, 300);
        _clock.Advance(TimeSpan.FromHours(13));
        await BurstAsync(limiter, 100);
        Assert.Equal(600, limiter.RequestsLeftToday);

        _clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(900, limiter.RequestsLeftToday);
        _clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(1000, limiter.RequestsLeftToday);
        Assert.Equal(400, limiter.RequestCount);
    }

    [Fact]
    public async Task More_requests_than_the_daily_quota_leave_none_until_a_day_later()
    {
        var limiter = Limiter(0);

        await BurstAsync(limiter, 1500);

        Assert.Equal(0, limiter.RequestsLeftToday);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1000, limiter.RequestsLeftToday);
    }

    [Fact]
    public async Task The_daily_quota_is_available_again_after_a_night_in_which_the_monotonic_clock_stopped()
    {
        var limiter = Limiter(0);
        await BurstAsync(limiter, 1000);

        _clock.SetWall(TimeSpan.FromDays(1));

        Assert.Equal(1000, limiter.RequestsLeftToday);
    }

    private RequestLimiter Limiter(int limit = 60) => new(limit, _clock);

    private Task AcquireAsync(RequestLimiter limiter, CancellationToken? cancellationToken = null) =>
        limiter.AcquireAsync(_notices.Report, cancellationToken ?? TestContext.Current.CancellationToken);

    /// <summary>Acquires a slot if one is available now, without waiting.</summary>
    private async Task<bool> HasRoomAsync(RequestLimiter limiter)
    {
        using var impatient = new CancellationTokenSource();
        var request = AcquireAsync(limiter, impatient.Token);
        var hasRoom = request.IsCompletedSuccessfully;
        await impatient.CancelAsync();
        await Task.WhenAny(request).Soon();
        return hasRoom;
    }

    private async Task BurstAsync(RequestLimiter limiter, int requests)
    {
        for (var request = 0; request < requests; request++)
        {
            var acquired = AcquireAsync(limiter);
            Assert.True(acquired.IsCompleted, "The limiter waits.");
            await acquired;
        }
    }

    private static void Complete(RequestLimiter limiter, int requests)
    {
        for (var request = 0; request < requests; request++)
            limiter.Release();
    }

    private void Pass(int seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));
}
