namespace ExecPS.Client.Tests.Support;

/// <summary>Stands for a slow network: keeps what was asked, and answers when the test says so.</summary>
internal sealed class HeldTransport(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<(HttpRequestMessage Request, TaskCompletionSource<HttpResponseMessage> Answer)> _held = [];

    /// <summary>How many requests came.</summary>
    public int Asked { get; private set; }

    /// <summary>How many requests were ended by their sender.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Answers what was asked so far, in that order.</summary>
    public void Release(int atMost = int.MaxValue)
    {
        var held = _held.Take(atMost).ToArray();
        _held.RemoveRange(0, held.Length);
        foreach (var (request, given) in held)
            given.TrySetResult(answer(request));
    }

    public ExecClient Client() =>
        new("exec_live_" + new string('x', 40), new ExecClientOptions { RequestsPerMinute = 0, MaximumRetryCount = 0, Timeout = Timeout.InfiniteTimeSpan }, this);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked++;
        var given = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => Cancelled += given.TrySetCanceled(cancellationToken) ? 1 : 0);
        _held.Add((request, given));
        return given.Task;
    }
}
