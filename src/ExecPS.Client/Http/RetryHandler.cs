using ExecPS.Client.Errors;

namespace ExecPS.Client.Http;

/// <summary>
/// Tries again what may succeed the next time: failed connections, 408, 429, 500, 502, 503 and 504, after an exponential
/// pause with full jitter, or as long as the server asks. What changes something is repeated only where nothing was done.
/// </summary>
internal sealed class RetryHandler(
    int maximumRetryCount, TimeSpan interval, RequestLimiter limiter, TimeProvider clock, Func<double> jitter, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = ExecRequestMessage.From(request);
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            string reason;
            try
            {
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                var asked = RetryAfter.Read(response, clock);
                if (attempt > maximumRetryCount || !MayRepeat(request.Method, response) || asked > RetryAfter.LongestWait)
                    return response;

                pause = asked ?? Backoff(attempt);
                reason = $"{(int)response.StatusCode} {response.StatusCode}";
                var limited = IsRateLimited(response);
                response.Dispose();
                if (limited)
                {
                    // The limit is the workspace's: every request of the connection waits, this one among them.
                    message.Report(new RequestRetried(message.LabelWithQuery, reason, pause, attempt, maximumRetryCount));
                    limiter.PauseFor(pause);
                    continue;
                }
            }
            catch (ExecConnectionException failure) when (failure.IsTransient && attempt <= maximumRetryCount && IsSafe(request.Method))
            {
                pause = Backoff(attempt);
                reason = failure.Message;
            }

            message.Report(new RequestRetried(message.LabelWithQuery, reason, pause, attempt, maximumRetryCount));
            message.Report(new RequestsWait("retry", clock.GetUtcNow() + pause));
            await Delays.WaitAsync(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool MayRepeat(HttpMethod method, HttpResponseMessage response) =>
        IsRateLimited(response)
        || ((int)response.StatusCode is 408 or 500 or 502 or 503 or 504 && IsSafe(method));

    private static bool IsRateLimited(HttpResponseMessage response) => (int)response.StatusCode == 429;

    private static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private TimeSpan Backoff(int attempt)
    {
        var ceiling = Math.Min(interval.TotalSeconds * Math.Pow(2, attempt - 1), LongestPause.TotalSeconds);
        return TimeSpan.FromSeconds(ceiling * jitter());
    }
}
