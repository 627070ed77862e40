using System.Collections.Concurrent;
using ExecPS.Client;

namespace ExecPS.Cmdlets;

/// <summary>The one way from the threads that read to the thread that writes.</summary>
internal sealed class NoticeQueue : IProgress<ExecNotice>, IDisposable
{
    private readonly ConcurrentQueue<ExecNotice> _notices = new();
    private readonly SemaphoreSlim _signal = new(0);

    public void Report(ExecNotice value)
    {
        _notices.Enqueue(value);
        Signal();
    }

    public ExecNotice? TryTake() => _notices.TryDequeue(out var notice) ? notice : null;

    /// <summary>Waits until the task ends, a notice comes or the time is over.</summary>
    public void WaitFor(Task task, TimeSpan longest, CancellationToken cancellationToken)
    {
        task.ContinueWith(
            static (_, queue) => ((NoticeQueue)queue!).Signal(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _signal.Wait(longest, cancellationToken);
    }

    public void Dispose() => _signal.Dispose();

    private void Signal()
    {
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
