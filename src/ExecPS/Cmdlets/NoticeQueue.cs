using System.Collections.Concurrent;
using ExecPS.Client;

namespace ExecPS.Cmdlets;

/// <summary>Passes notices from the threads that run requests to the pipeline thread.</summary>
internal sealed class NoticeQueue : IProgress<ExecNotice>, IDisposable
{
    private readonly ConcurrentQueue<ExecNotice> _notices = new();

    /// <summary>A kernel event: the slim events spin before they sleep, which takes a core from the threads that run requests.</summary>
    private readonly AutoResetEvent _signal = new(false);

    /// <summary>Gets or sets a value that indicates whether each response is reported. Each report wakes the pipeline thread.</summary>
    public bool IncludeResponses { get; set; }

    public void Report(ExecNotice value)
    {
        if (value is ResponseReceived && !IncludeResponses)
            return;

        _notices.Enqueue(value);
        Wake();
    }

    public ExecNotice? TryTake() => _notices.TryDequeue(out var notice) ? notice : null;

    /// <summary>Ends a wait when the task completes.</summary>
    public void Watch(Task task) => task.ContinueWith(
        static (_, queue) => ((NoticeQueue)queue!).Wake(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Waits until a watched task completes, a notice arrives, <see cref="Wake"/> is called, or the time has elapsed.</summary>
    public void Wait(TimeSpan longest) => _signal.WaitOne(longest);

    public void Dispose() => _signal.Dispose();

    /// <summary>Ends a wait.</summary>
    public void Wake()
    {
        try
        {
            _signal.Set();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended, and a canceled request reports after that.
        }
    }
}
