namespace ExecPS.Client.Errors;

/// <summary>The server pointed elsewhere. Redirects are not followed, because the key must not go where they point.</summary>
public sealed class ExecRedirectException : ExecException
{
    internal ExecRedirectException(string request, int statusCode, string? location)
        : base($"{request} was redirected ({statusCode}) to {location ?? "no address"}. Redirects are not followed.", request, null)
    {
        StatusCode = statusCode;
        Location = location;
    }

    /// <summary>The HTTP status, 300 to 399.</summary>
    public int StatusCode { get; }

    /// <summary>Where the redirect pointed; null when it didn't say.</summary>
    public string? Location { get; }
}
