using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Support;

/// <summary>Stands for the wire under a page reader: what was asked is seen, and each answer comes when the test gives it.</summary>
internal sealed class Wire
{
    private readonly Dictionary<long, TaskCompletionSource<Page<Collection>>> _open = [];

    /// <summary>The pages that were asked for, in that order.</summary>
    public List<long> Asked { get; } = [];

    /// <summary>The pages whose read was cancelled.</summary>
    public List<long> Cancelled { get; } = [];

    /// <summary>How many rows the list has; it may change between answers.</summary>
    public long Total { get; set; } = 10_000;

    public Task<Page<Collection>> FetchAsync(long page, int size, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<Page<Collection>>();
        Asked.Add(page);
        _open[page] = answer;
        cancellationToken.Register(() =>
        {
            if (answer.TrySetCanceled(cancellationToken))
                Cancelled.Add(page);
        });
        return answer.Task;
    }

    /// <summary>Answers pages that were asked for.</summary>
    public void Answer(params long[] pages)
    {
        foreach (var page in pages)
            _open[page].SetResult(Rows.Page(page, 100, Total));
    }

    /// <summary>Answers everything that was asked for and isn't answered yet.</summary>
    public void AnswerAll() => Answer([.. _open.Where(entry => !entry.Value.Task.IsCompleted).Select(entry => entry.Key).Order()]);

    public void Fail(long page, Exception exception) => _open[page].SetException(exception);
}
