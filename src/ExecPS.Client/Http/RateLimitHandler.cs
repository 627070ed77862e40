namespace ExecPS.Client.Http;

/// <summary>
/// Sends a request when the connection's limit lets it go; every try counts, a repeated one too. When the server says that
/// the limit is reached, everybody waits as long as it asks.
/// </summary>
internal sealed class RateLimitHandler(RequestLimiter limiter, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await limiter.AcquireAsync(ExecRequestMessage.From(request).Report, cancellationToken).ConfigureAwait(false);
        var wasRateLimited = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            wasRateLimited = (int)response.StatusCode == 429;
            if (wasRateLimited && RetryAfter.Read(response, clock) is { } asked && asked <= RetryAfter.LongestWait)
                limiter.PauseFor(asked);
            return response;
        }
        finally
        {
            limiter.Release(wasRateLimited);
        }
    }
}
