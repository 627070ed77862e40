using System.Collections.Concurrent;
using ExecPS.Client;

namespace ExecPS.Cmdlets;

/// <summary>The one way from the threads that read to the thread that writes.</summary>
internal sealed class NoticeQueue : IProgress<ExecNotice>, IDisposable
{
    private readonly ConcurrentQueue<ExecNotice> _notices = new();
    private readonly SemaphoreSlim _signal = new(0);
    private int _isSignalled;

    public void Report(ExecNotice value)
    {
        _notices.Enqueue(value);
        Signal();
    }

    public ExecNotice? TryTake() => _notices.TryDequeue(out var notice) ? notice : null;

    /// <summary>Lets a wait end when the task does.</summary>
    public void Watch(Task task) => task.ContinueWith(
        static (_, queue) => ((NoticeQueue)queue!).Signal(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Waits until a watched task ends, a notice comes or the time is over.</summary>
    public void Wait(TimeSpan longest, CancellationToken cancellationToken)
    {
        // Lowered before the caller looks what there is: what comes from here on raises it again.
        if (_signal.Wait(longest, cancellationToken))
            Volatile.Write(ref _isSignalled, 0);
    }

    public void Dispose() => _signal.Dispose();

    /// <summary>One signal is enough for all that came; more of them would only wake the waiter for nothing.</summary>
    private void Signal()
    {
        if (Interlocked.Exchange(ref _isSignalled, 1) == 1)
            return;

        try
        {
            _signal.Release();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended; a request that it cancelled reports once more.
        }
    }
}
