namespace ExecPS.Client.Errors;

/// <summary>The headers of the response didn't arrive within the timeout, or no more data arrived for as long as the timeout.</summary>
public sealed class ExecTimeoutException : ExecException
{
    internal ExecTimeoutException(string request, TimeSpan timeout, bool hasHeaders)
        : base(
            $"{request} timed out: {(hasHeaders ? "the response began, but then no data arrived for" : "no complete response headers arrived within")} {Durations.Say(timeout)}.",
            request, mayHaveBeenProcessed: true, null) =>
        Timeout = timeout;

    /// <summary>The timeout.</summary>
    public TimeSpan Timeout { get; }
}
