namespace ExecPS.Client.Tests.Support;

/// <summary>Simulates a slow network: keeps requests and responds when the test calls for it.</summary>
internal sealed class HeldTransport(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
{
    private readonly List<(HttpRequestMessage Request, TaskCompletionSource<HttpResponseMessage> Response)> _held = [];

    /// <summary>The number of requests received.</summary>
    public int Requests { get; private set; }

    /// <summary>The number of requests that were canceled.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Responds to the pending requests, in the order of arrival.</summary>
    public void Release(int atMost = int.MaxValue)
    {
        var held = _held.Take(atMost).ToArray();
        _held.RemoveRange(0, held.Length);
        foreach (var (request, given) in held)
            given.TrySetResult(respond(request));
    }

    public ExecClient Client() =>
        new("exec_live_" + new string('x', 40), new ExecClientOptions { RequestsPerMinute = 0, MaximumRetryCount = 0, Timeout = Timeout.InfiniteTimeSpan }, this);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        var given = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => Cancelled += given.TrySetCanceled(cancellationToken) ? 1 : 0);
        _held.Add((request, given));
        return given.Task;
    }
}
