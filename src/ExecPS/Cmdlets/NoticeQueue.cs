using System.Collections.Concurrent;
using ExecPS.Client;

namespace ExecPS.Cmdlets;

/// <summary>The one way from the threads that read to the thread that writes.</summary>
internal sealed class NoticeQueue : IProgress<ExecNotice>, IDisposable
{
    private readonly ConcurrentQueue<ExecNotice> _notices = new();

    /// <summary>A waiter that sleeps: one that spins, as slim events do, takes a core from the threads that it waits for.</summary>
    private readonly AutoResetEvent _signal = new(false);
    private readonly WaitHandle[] _wakers = new WaitHandle[2];

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
        (_wakers[0], _wakers[1]) = (_signal, cancellationToken.WaitHandle);
        WaitHandle.WaitAny(_wakers, longest);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose() => _signal.Dispose();

    private void Signal()
    {
        try
        {
            _signal.Set();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended; a request that it cancelled reports once more.
        }
    }
}
