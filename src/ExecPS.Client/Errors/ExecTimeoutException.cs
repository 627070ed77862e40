namespace ExecPS.Client.Errors;

/// <summary>The server was silent for longer than the time-out. An answer that keeps coming doesn't time out.</summary>
public sealed class ExecTimeoutException : ExecException
{
    internal ExecTimeoutException(string request, TimeSpan timeout)
        : base($"{request} timed out: the server was silent for {Durations.Say(timeout)}.", request, null) => Timeout = timeout;

    /// <summary>How long the silence was allowed to be.</summary>
    public TimeSpan Timeout { get; }
}
