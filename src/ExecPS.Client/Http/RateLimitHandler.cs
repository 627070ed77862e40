namespace ExecPS.Client.Http;

/// <summary>Sends a request when the limits allow it. Every attempt counts. Responses with status 429 are handled by <see cref="RetryHandler"/>.</summary>
/// <param name="limiter">The limit for all requests.</param>
/// <param name="scenarioCreations">The additional limit for requests that create a Scenario Studio session or job.</param>
/// <param name="inner">The next handler.</param>
internal sealed class RateLimitHandler(RequestLimiter limiter, RequestLimiter scenarioCreations, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = ExecRequestMessage.From(request);
        return message.CreatesScenario
            ? scenarioCreations.RunAsync(() => SendCountedAsync(message, cancellationToken), message.Report, cancellationToken)
            : SendCountedAsync(message, cancellationToken);
    }

    private Task<HttpResponseMessage> SendCountedAsync(ExecRequestMessage message, CancellationToken cancellationToken) =>
        limiter.RunAsync(() => base.SendAsync(message, cancellationToken), message.Report, cancellationToken);
}
