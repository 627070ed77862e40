namespace ExecPS.Client.Errors;

/// <summary>The connection failed before the response was complete: for example, DNS, connection refused or reset, or TLS.</summary>
public sealed class ExecConnectionException : ExecException
{
    internal ExecConnectionException(string request, string reason, bool isTransient, bool mayHaveBeenProcessed, Exception? inner)
        : base($"No response to {request}: {reason.TrimEnd('.')}.", request, mayHaveBeenProcessed, inner) => IsTransient = isTransient;

    /// <summary>Whether the same request may succeed later. False if the certificate isn't trusted.</summary>
    public bool IsTransient { get; }
}
