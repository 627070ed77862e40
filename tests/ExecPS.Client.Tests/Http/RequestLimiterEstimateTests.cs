using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

public class RequestLimiterEstimateTests
{
    private readonly FakeClock _clock = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    public void Requests_that_the_limit_allows_now_are_not_delayed(int requests) =>
        Assert.Equal(TimeSpan.Zero, new RequestLimiter(60, _clock).EstimateWait(requests));

    [Fact]
    public void Without_a_limit_nothing_is_delayed() => Assert.Equal(TimeSpan.Zero, new RequestLimiter(0, _clock).EstimateWait(1_000_000));

    [Fact]
    public void Of_250_requests_60_are_sent_at_once_and_the_last_after_four_minutes() =>
        Assert.Equal(TimeSpan.FromMinutes(4), new RequestLimiter(60, _clock).EstimateWait(250));

    [Fact]
    public async Task When_60_of_250_requests_are_completed_after_5_seconds_the_rest_takes_235_seconds()
    {
        var limiter = new RequestLimiter(60, _clock);
        await SendAsync(limiter, 60);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(235, limiter.EstimateWait(190).TotalSeconds);
    }

    [Fact]
    public async Task Requests_in_flight_count_as_sent()
    {
        var limiter = new RequestLimiter(60, _clock);
        await limiter.AcquireAsync(static _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.Zero, limiter.EstimateWait(60));
        Assert.Equal(TimeSpan.FromMinutes(1), limiter.EstimateWait(61));
    }

    [Theory]
    [InlineData(1, 35)]
    [InlineData(2, 45)]
    [InlineData(3, 55)]
    [InlineData(4, 95)]
    public async Task A_delayed_request_is_sent_when_an_earlier_one_is_a_minute_old(int requests, int seconds)
    {
        var limiter = new RequestLimiter(3, _clock);
        foreach (var pause in new[] { 10, 10, 5 })
        {
            await SendAsync(limiter, 1);
            _clock.Advance(TimeSpan.FromSeconds(pause));
        }

        Assert.Equal(seconds, limiter.EstimateWait(requests).TotalSeconds);
    }

    [Fact]
    public async Task Requests_that_are_older_than_a_minute_delay_nothing()
    {
        var limiter = new RequestLimiter(60, _clock);
        await SendAsync(limiter, 60);
        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(TimeSpan.Zero, limiter.EstimateWait(60));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(60, 59)]
    [InlineData(60, 250)]
    [InlineData(4, 30)]
    [InlineData(4, 32)]
    public async Task The_estimate_is_the_time_that_the_requests_take(int limit, int requests)
    {
        var limiter = new RequestLimiter(limit, _clock);
        var left = requests;
        var estimates = new List<(double At, double Left)>();
        while (left > 0)
        {
            estimates.Add((_clock.Elapsed.TotalSeconds, limiter.EstimateWait(left).TotalSeconds));
            if (limiter.RequestsThisMinute == limit)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                continue;
            }

            await SendAsync(limiter, 1);
            left--;
        }

        Assert.All(estimates, estimate => Assert.Equal(_clock.Elapsed.TotalSeconds, estimate.At + estimate.Left));
    }

    private static async Task SendAsync(RequestLimiter limiter, int requests)
    {
        for (var request = 0; request < requests; request++)
        {
            await limiter.AcquireAsync(static _ => { }, CancellationToken.None);
            limiter.Release();
        }
    }
}
