namespace ExecPS.Client.Paging;

/// <summary>Asks for many single things, some of them ahead of the consumer, and gives the answers in the order of the questions.</summary>
/// <remarks>
/// As <see cref="PageReader{T}"/> does with pages: one is asked ahead at first, and twice as many each time the consumer has
/// to wait, up to eight. Requests start only from calls of the consumer, so there is no thread to stop.
/// </remarks>
/// <typeparam name="TAsked">What a question is about: an identifier.</typeparam>
/// <typeparam name="TAnswer">What the API answers.</typeparam>
/// <param name="asked">What is asked for, in order.</param>
/// <param name="ask">Asks for one.</param>
/// <param name="cancellationToken">Ends the requests.</param>
internal sealed class AnswersAhead<TAsked, TAnswer>(
    IEnumerable<TAsked> asked, Func<TAsked, CancellationToken, Task<TAnswer>> ask, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int WidestReadAhead = 8;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly IEnumerator<TAsked> _toAsk = asked.GetEnumerator();
    private readonly Queue<(TAsked Asked, Task<TAnswer> Answer)> _ahead = new();
    private int _width = 1;
    private bool _hasGiven;

    /// <summary>The next question and its answer on the way, which may fail without the others; null after the last.</summary>
    public (TAsked Asked, Task<TAnswer> Answer)? Next()
    {
        Ask(1);
        if (_ahead.Count == 0)
            return null;

        // The first of all can't have been there.
        var (what, answer) = _ahead.Dequeue();
        if (!answer.IsCompleted && _hasGiven)
            _width = Math.Min(_width * 2, WidestReadAhead);
        _hasGiven = true;
        Ask(_width);
        return (what, answer);
    }

    /// <summary>Stops the requests in flight and waits until they have stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        foreach (var (_, answer) in _ahead)
        {
            // Nobody wants these answers any more, nor to know why one of them failed.
            await Task.WhenAny(answer).ConfigureAwait(false);
            _ = answer.Exception;
        }

        _toAsk.Dispose();
        _stop.Dispose();
    }

    private void Ask(int width)
    {
        while (_ahead.Count < width && _toAsk.MoveNext())
            _ahead.Enqueue((_toAsk.Current, Start(_toAsk.Current)));
    }

    /// <summary>What can't be asked for fails in its turn, as what the API refuses does.</summary>
    private async Task<TAnswer> Start(TAsked what) => await ask(what, _stop.Token).ConfigureAwait(false);
}
