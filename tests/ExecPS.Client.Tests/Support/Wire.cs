using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Support;

/// <summary>Replaces the transport of a page reader: records requests and completes each one when the test calls for it.</summary>
internal sealed class Wire
{
    private readonly Dictionary<long, TaskCompletionSource<Page<Collection>>> _open = [];

    /// <summary>The requested pages, in order.</summary>
    public List<long> Requested { get; } = [];

    /// <summary>The pages whose read was canceled.</summary>
    public List<long> Cancelled { get; } = [];

    /// <summary>The number of rows in the list; it can change between responses.</summary>
    public long Total { get; set; } = 10_000;

    public Task<Page<Collection>> FetchAsync(long page, int size, CancellationToken cancellationToken)
    {
        var response = new TaskCompletionSource<Page<Collection>>();
        Requested.Add(page);
        _open[page] = response;
        cancellationToken.Register(() =>
        {
            if (response.TrySetCanceled(cancellationToken))
                Cancelled.Add(page);
        });
        return response.Task;
    }

    /// <summary>Completes requested pages.</summary>
    public void Respond(params long[] pages)
    {
        foreach (var page in pages)
            _open[page].SetResult(Rows.Page(page, 100, Total));
    }

    /// <summary>Completes all pages that were requested and aren't completed yet.</summary>
    public void RespondAll() => Respond([.. _open.Where(entry => !entry.Value.Task.IsCompleted).Select(entry => entry.Key).Order()]);

    public void Fail(long page, Exception exception) => _open[page].SetException(exception);
}
