using ExecPS.Client.Http;
using ExecPS.Client.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>The message handlers of a client, for requests that the client has no method for.</summary>
internal sealed class Pipeline
{
    public Pipeline(TimeProvider clock, int retries = 5, int requestsPerMinute = 0, int scenarioCreationsPerMinute = 0)
    {
        Limiter = new(requestsPerMinute, clock);
        Http = new(
            new RetryHandler(retries, TimeSpan.FromSeconds(0.5), Limiter, clock, static () => 1,
                new RateLimitHandler(Limiter, new RequestLimiter(scenarioCreationsPerMinute, clock, "scenario creations"),
                    new ResponseBufferingHandler(Timeout.InfiniteTimeSpan, new SecretRedactor(TestKey.Value), clock, Transport.Create(new())))));
    }

    public RequestLimiter Limiter { get; }

    public HttpMessageInvoker Http { get; }
}
