using System.Collections.Concurrent;
using ExecPS.Client.Http;

namespace ExecPS.Client.Paging;

/// <summary>Returns the results of requests in order, and starts requests before their results are read.</summary>
/// <remarks>
/// At first, one request is in flight. Each time the consumer waits for a request that was started ahead, the number doubles,
/// up to <see cref="MaximumWidth"/>. Requests start only when the consumer calls this class, so there is no thread to stop.
/// </remarks>
/// <typeparam name="T">The result of a request.</typeparam>
/// <param name="next">Gets the next request to start; null if there is none yet or none left.</param>
/// <param name="cancellationToken">Cancels the requests.</param>
/// <param name="clock">Measures <see cref="DisposalLimit"/>; null for the system's clock.</param>
internal sealed class PrefetchQueue<T>(Func<Func<CancellationToken, Task<T>>?> next, CancellationToken cancellationToken, TimeProvider? clock = null)
    : IAsyncDisposable
    where T : class
{
    /// <summary>The maximum number of requests in flight at the same time.</summary>
    public const int MaximumWidth = 8;

    /// <summary>The maximum time that disposal waits for requests that don't react to cancellation.</summary>
    public static readonly TimeSpan DisposalLimit = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly ConcurrentQueue<Task<T>> _pending = new();
    private bool _isDisposed;

    /// <summary>The number of requests that may be in flight now.</summary>
    public int Width { get; private set; } = 1;

    /// <summary>Reads the next result. A failed request throws when its result is read; the requests after it aren't affected.</summary>
    /// <param name="accept">Receives the result before more requests are started.</param>
    /// <returns>The result; null if there is no request.</returns>
    public async Task<T?> ReadAsync(Action<T>? accept = null)
    {
        var isPrefetched = !_pending.IsEmpty;
        Prefetch();
        if (!_pending.TryPeek(out var head))
            return null;

        if (isPrefetched && !head.IsCompleted)
        {
            Width = Math.Min(Width * 2, MaximumWidth);
            Prefetch();
        }

        await Task.WhenAny(head).ConfigureAwait(false);
        _pending.TryDequeue(out _);
        var result = await head.ConfigureAwait(false);
        accept?.Invoke(result);
        Prefetch();
        return result;
    }

    /// <summary>Starts as many requests as are allowed in flight.</summary>
    public void Prefetch()
    {
        while (_pending.Count < Width && !_stop.IsCancellationRequested && next() is { } request)
            _pending.Enqueue(StartAsync(request));
    }

    /// <summary>Cancels the requests in flight and waits until they have ended, at most for <see cref="DisposalLimit"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        _stop.Cancel();
        var ended = Task.WhenAll(_pending.Select(static request => Task.WhenAny(request)));
        if (!ended.IsCompleted)
            await Task.WhenAny(ended, Delays.WaitAsync(DisposalLimit, clock ?? TimeProvider.System, default)).ConfigureAwait(false);
        _stop.Dispose();
    }

    /// <summary>Starts a request. If its result is never read, its exception isn't reported as unobserved.</summary>
    private Task<T> StartAsync(Func<CancellationToken, Task<T>> request)
    {
        var started = RunAsync();
        started.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return started;

        async Task<T> RunAsync() => await request(_stop.Token).ConfigureAwait(false);
    }
}
