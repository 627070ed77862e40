namespace ExecPS.Client.Errors;

/// <summary>No answer came, or it broke off: a name that doesn't resolve, a refused or reset connection, a TLS failure.</summary>
public sealed class ExecConnectionException : ExecException
{
    internal ExecConnectionException(string request, string reason, bool isTransient, Exception? inner)
        : base($"No answer to {request}: {reason.TrimEnd('.')}.", request, inner) => IsTransient = isTransient;

    /// <summary>Whether the same request may succeed later; false for a certificate that isn't trusted.</summary>
    public bool IsTransient { get; }
}
