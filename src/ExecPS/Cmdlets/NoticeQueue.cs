using System.Collections.Concurrent;
using ExecPS.Client;

namespace ExecPS.Cmdlets;

/// <summary>The one way from the threads that read to the thread that writes.</summary>
internal sealed class NoticeQueue : IProgress<ExecNotice>, IDisposable
{
    private readonly ConcurrentQueue<ExecNotice> _notices = new();

    /// <summary>A waiter that sleeps: one that spins, as slim events do, takes a core from the threads that it waits for.</summary>
    private readonly AutoResetEvent _signal = new(false);

    /// <summary>Whether every answer is told of; each would wake the thread that writes for nothing.</summary>
    public bool TellsOfAnswers { get; set; }

    public void Report(ExecNotice value)
    {
        if (value is RequestAnswered && !TellsOfAnswers)
            return;

        _notices.Enqueue(value);
        Wake();
    }

    public ExecNotice? TryTake() => _notices.TryDequeue(out var notice) ? notice : null;

    /// <summary>Lets a wait end when the task does.</summary>
    public void Watch(Task task) => task.ContinueWith(
        static (_, queue) => ((NoticeQueue)queue!).Wake(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Waits until a watched task ends, a notice comes, somebody wakes it or the time is over.</summary>
    public void Wait(TimeSpan longest) => _signal.WaitOne(longest);

    public void Dispose() => _signal.Dispose();

    /// <summary>Lets a wait end.</summary>
    public void Wake()
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
