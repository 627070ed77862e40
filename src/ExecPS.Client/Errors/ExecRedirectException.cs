namespace ExecPS.Client.Errors;

/// <summary>The server responded with a redirect. Redirects aren't followed, because the key must not be sent to another address.</summary>
public sealed class ExecRedirectException : ExecException
{
    internal ExecRedirectException(string request, int statusCode, string? location)
        : base(
            $"{request} was redirected ({statusCode}) to {location ?? "an unspecified address"}. Redirects aren't followed.", request,
            mayHaveBeenProcessed: statusCode == 303, null)
    {
        StatusCode = statusCode;
        Location = location;
    }

    /// <summary>The HTTP status, 300 to 399.</summary>
    public int StatusCode { get; }

    /// <summary>The target of the redirect. Null if the response has none.</summary>
    public string? Location { get; }
}
