namespace ExecPS.Client.Errors;

/// <summary>The API responded with an error status.</summary>
public sealed class ExecApiException : ExecException
{
    internal ExecApiException(string request, int statusCode, ApiError error, TimeSpan? retryAfter)
        : base(Describe(request, statusCode, error, retryAfter), request, MayHaveBeenProcessedWith(statusCode), null)
    {
        StatusCode = statusCode;
        ErrorType = error.Type;
        ErrorCode = error.Code;
        ApiMessage = error.Message;
        RetryAfter = retryAfter;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The error type, such as <c>invalid_request</c>. Null if the response has none.</summary>
    public string? ErrorType { get; }

    /// <summary>The error code, such as <c>invalid_pagination</c>. Null if the response has none.</summary>
    public string? ErrorCode { get; }

    /// <summary>The message from the API. Null if the response has none.</summary>
    public string? ApiMessage { get; }

    /// <summary>The time that the client must wait according to the API. Null if the response specifies none.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether a response with this status leaves it unknown whether the request was processed.</summary>
    internal static bool MayHaveBeenProcessedWith(int statusCode) => statusCode is 408 or >= 500;

    private static string Describe(string request, int statusCode, ApiError error, TimeSpan? retryAfter)
    {
        var status = error.Type ?? error.Code;
        var what = statusCode switch
        {
            400 or 422 => "The API rejected the request as invalid",
            401 => "The API rejected the key",
            403 => "The API denied the request",
            404 => "Not found",
            429 => "The rate limit of the API is reached",
            >= 500 => "The API failed",
            _ => "The API rejected the request",
        };
        var text = $"{what} ({request} responded with status {statusCode}{(status is null ? "" : $", {status}")}{(error.Code is null || error.Code == status ? "" : $", {error.Code}")})";
        if (error.Message is not null)
            text += $": {error.Message}";
        if (!text.EndsWith(".", StringComparison.Ordinal))
            text += ".";
        return retryAfter is { TotalSeconds: >= 1 } wait ? $"{text} The API requires a wait of {Durations.Say(wait)}." : text;
    }
}
