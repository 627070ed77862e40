using ExecPS.Client.Errors;

namespace ExecPS.Client.Http;

/// <summary>
/// Repeats a request after a transient failure, if its <see cref="RetryMode"/> allows it: connection failures and status 408, 429,
/// 500, 502, 503, and 504. Waits for the time that the server specifies, or for an exponential backoff with jitter.
/// </summary>
internal sealed class RetryHandler(
    int maximumRetryCount, TimeSpan interval, RequestLimiter limiter, TimeProvider clock, Func<double> jitter, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestRateLimitPause = TimeSpan.FromSeconds(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = ExecRequestMessage.From(request);
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            string reason;
            bool isRateLimited, mayHaveBeenProcessed;
            message.RenewContent();
            try
            {
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                var status = (int)response.StatusCode;
                isRateLimited = status == 429;
                var requestedDelay = RetryAfter.Read(response, clock);
                pause = requestedDelay ?? Backoff(attempt);
                if (isRateLimited)
                {
                    if (requestedDelay is null && pause < ShortestRateLimitPause)
                        pause = ShortestRateLimitPause;

                    // The limit applies to the workspace, so every request of the connection waits.
                    limiter.PauseAfterRateLimit(pause <= RetryAfter.LongestWait ? pause : TimeSpan.Zero);
                }

                if (attempt > maximumRetryCount || pause > RetryAfter.LongestWait || !MayRepeat(message, status))
                    return response;

                reason = $"{status} {response.StatusCode}";
                mayHaveBeenProcessed = ExecApiException.MayHaveBeenProcessedWith(status);
                response.Dispose();
            }
            catch (ExecConnectionException failure) when (attempt <= maximumRetryCount && MayRepeat(message, failure))
            {
                isRateLimited = false;
                pause = Backoff(attempt);
                reason = failure.Message;
                mayHaveBeenProcessed = failure.MayHaveBeenProcessed;
            }

            message.EarlierAttemptMayHaveBeenProcessed |= mayHaveBeenProcessed;
            message.Report(new RequestRetried(message.LabelWithQuery, reason, pause, attempt, maximumRetryCount));
            if (isRateLimited)
                continue; // The limiter waits.

            message.Report(new RequestsWait("retry", clock.GetUtcNow() + pause));
            await Delays.WaitAsync(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool MayRepeat(ExecRequestMessage message, int status) =>
        status == 429 || (status is 408 or 500 or 502 or 503 or 504 && message.RetryMode != RetryMode.OnlyIfNotProcessed);

    private static bool MayRepeat(ExecRequestMessage message, ExecConnectionException failure) =>
        failure.IsTransient && (message.RetryMode != RetryMode.OnlyIfNotProcessed || !failure.MayHaveBeenProcessed);

    /// <summary>Between half and all of an interval that doubles with each attempt.</summary>
    private TimeSpan Backoff(int attempt)
    {
        var longest = Math.Min(interval.TotalSeconds * Math.Pow(2, attempt - 1), LongestPause.TotalSeconds);
        return TimeSpan.FromSeconds(longest / 2 * (1 + jitter()));
    }
}
