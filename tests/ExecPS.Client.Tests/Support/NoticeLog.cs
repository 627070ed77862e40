namespace ExecPS.Client.Tests.Support;

/// <summary>Keeps the notices of a client in order.</summary>
/// <param name="onNotice">Called with each notice, before its sender continues.</param>
internal sealed class NoticeLog(Action<ExecNotice>? onNotice = null) : IProgress<ExecNotice>
{
    private readonly List<ExecNotice> _notices = [];
    private readonly Dictionary<Type, TaskCompletionSource> _first = [];

    public IReadOnlyList<T> Of<T>()
        where T : ExecNotice
    {
        lock (_notices)
            return [.. _notices.OfType<T>()];
    }

    /// <summary>Returns all notices as text.</summary>
    public override string ToString() => string.Join('\n', Of<ExecNotice>());

    /// <summary>Completes when a notice of the type has arrived.</summary>
    public Task UntilAsync<T>()
        where T : ExecNotice
    {
        lock (_notices)
            return Signal(typeof(T)).Task.Soon();
    }

    public void Report(ExecNotice value)
    {
        lock (_notices)
        {
            _notices.Add(value);
            Signal(value.GetType()).TrySetResult();
        }

        onNotice?.Invoke(value);
    }

    private TaskCompletionSource Signal(Type type)
    {
        if (!_first.TryGetValue(type, out var signal))
            _first[type] = signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return signal;
    }
}
