namespace ExecPS.Client.Errors;

/// <summary>A request that changes something may have been processed or not: its response is lost, and its result can't be found.</summary>
/// <remarks>The request isn't repeated, because users would notice a second effect. <see cref="Exception.InnerException"/> is the failure of the request.</remarks>
public sealed class ExecOutcomeUnknownException : ExecException
{
    internal ExecOutcomeUnknownException(ExecException failure, ExecException? readFailure)
        : base(Describe(failure, readFailure), failure.Request, mayHaveBeenProcessed: true, failure) => ReadFailure = readFailure;

    /// <summary>Why the result couldn't be looked for. Null if it was looked for and not found.</summary>
    public ExecException? ReadFailure { get; }

    private static string Describe(ExecException failure, ExecException? readFailure) =>
        $"The outcome of {failure.Request} is unknown: {failure.Message.TrimEnd('.')}. "
        + (readFailure is null ? "The result wasn't found. The server might still be processing the request." : $"The search for the result also failed: {readFailure.Message}");
}
