namespace ExecPS.TestServer;

/// <summary>The requests, in the order in which they arrived.</summary>
internal sealed class RequestLog
{
    private readonly List<RecordedRequest> _requests = [];

    public void Add(RecordedRequest request)
    {
        lock (_requests)
            _requests.Add(request);
    }

    public void Clear()
    {
        lock (_requests)
            _requests.Clear();
    }

    public IReadOnlyList<RecordedRequest> ToList()
    {
        lock (_requests)
            return [.. _requests];
    }
}
