namespace ExecPS.Client.Errors;

/// <summary>The connection failed before the response was complete: for example, DNS, connection refused or reset, TLS, or a proxy.</summary>
public sealed class ExecConnectionException : ExecException
{
    internal ExecConnectionException(string request, string reason, bool isTransient, bool mayHaveBeenProcessed, Exception? inner, bool isProxyAuthenticationRequired = false)
        : base($"No response to {request}: {reason.TrimEnd('.')}.", request, mayHaveBeenProcessed, inner) =>
        (IsTransient, IsProxyAuthenticationRequired) = (isTransient, isProxyAuthenticationRequired);

    /// <summary>Whether the same request may succeed later. False if the certificate isn't trusted, or the proxy requires authentication.</summary>
    public bool IsTransient { get; }

    /// <summary>Whether the proxy requires a user name and password, or doesn't accept those it received.</summary>
    public bool IsProxyAuthenticationRequired { get; }
}
