namespace ExecPS.Client.Paging;

/// <summary>Asks for single things, some of them ahead of the consumer, and gives the answers in the order of the questions.</summary>
/// <remarks>
/// As <see cref="PageReader{T}"/> does with pages: one is asked ahead at first, and twice as many each time the consumer has
/// to wait, up to eight. Requests start only from calls of the consumer, so there is no thread to stop.
/// </remarks>
/// <typeparam name="TAnswer">What the API answers.</typeparam>
/// <param name="cancellationToken">Ends the requests.</param>
internal sealed class PrefetchQueue<TAnswer>(CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int WidestReadAhead = 8;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<Task<TAnswer>> _ahead = new();
    private int _width = 1;
    private bool _isDisposed;

    /// <summary>Asks for one; what can't be asked for fails in its turn, as what the API refuses does.</summary>
    /// <param name="ask">Sends the request.</param>
    public void Ask(Func<CancellationToken, Task<TAnswer>> ask)
    {
        _ahead.Enqueue(StartAsync());

        async Task<TAnswer> StartAsync() => await ask(_stop.Token).ConfigureAwait(false);
    }

    /// <summary>The oldest answer when it is time to take it: it is there, or enough are on the way; null otherwise.</summary>
    /// <param name="isLast">Whether nothing more will be asked, and so all answers are due.</param>
    public Task<TAnswer>? TakeDue(bool isLast)
    {
        if (_ahead.Count == 0 || (!isLast && _ahead.Count <= _width && !_ahead.Peek().IsCompleted))
            return null;

        var answer = _ahead.Dequeue();
        if (!answer.IsCompleted)
            _width = Math.Min(_width * 2, WidestReadAhead);
        return answer;
    }

    /// <summary>Stops the requests in flight and waits until they have stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        _stop.Cancel();
        foreach (var answer in _ahead)
        {
            // Nobody wants these answers any more, nor to know why one of them failed.
            await Task.WhenAny(answer).ConfigureAwait(false);
            _ = answer.Exception;
        }

        _ahead.Clear();
        _stop.Dispose();
    }
}
