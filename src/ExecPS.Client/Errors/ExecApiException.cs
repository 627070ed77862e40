namespace ExecPS.Client.Errors;

/// <summary>The API answered with an error: <c>{ "error": { "type", "code", "message" } }</c> or a bare status.</summary>
public sealed class ExecApiException : ExecException
{
    internal ExecApiException(string request, int statusCode, ApiError error, TimeSpan? retryAfter)
        : base(Describe(request, statusCode, error, retryAfter), request, null)
    {
        StatusCode = statusCode;
        ErrorType = error.Type;
        ErrorCode = error.Code;
        ApiMessage = error.Message;
        RetryAfter = retryAfter;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The API's category, such as <c>invalid_request</c>; null when the answer named none.</summary>
    public string? ErrorType { get; }

    /// <summary>The API's code, such as <c>invalid_pagination</c>; null when the answer named none.</summary>
    public string? ErrorCode { get; }

    /// <summary>The API's own words; null when the answer had none.</summary>
    public string? ApiMessage { get; }

    /// <summary>How long the API asked to wait before the next try; null when it didn't say.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string Describe(string request, int statusCode, ApiError error, TimeSpan? retryAfter)
    {
        var status = error.Type ?? error.Code;
        var what = statusCode switch
        {
            400 or 422 => "The API says that the request is invalid",
            401 => "The API doesn't accept the key",
            403 => "The API doesn't allow this",
            404 => "The API doesn't know what was asked for",
            429 => "The API's rate limit is reached",
            >= 500 => "The API failed",
            _ => "The API refused the request",
        };
        var text = $"{what} ({request} answered {statusCode}{(status is null ? "" : $" {status}")}{(error.Code is null || error.Code == status ? "" : $", {error.Code}")})";
        if (error.Message is not null)
            text += $": {error.Message}";
        if (!text.EndsWith(".", StringComparison.Ordinal))
            text += ".";
        return retryAfter is { TotalSeconds: >= 1 } wait ? $"{text} It asks to wait {Durations.Say(wait)}." : text;
    }
}
