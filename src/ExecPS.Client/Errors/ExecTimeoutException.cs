namespace ExecPS.Client.Errors;

/// <summary>The server sent nothing for longer than the timeout.</summary>
public sealed class ExecTimeoutException : ExecException
{
    internal ExecTimeoutException(string request, TimeSpan timeout)
        : base($"{request} timed out: the server sent nothing for {Durations.Say(timeout)}.", request, mayHaveBeenProcessed: true, null) =>
        Timeout = timeout;

    /// <summary>The timeout.</summary>
    public TimeSpan Timeout { get; }
}
