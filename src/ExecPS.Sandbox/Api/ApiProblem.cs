using System.Text.Json;

namespace ExecPS.Sandbox.Api;

/// <summary>A request that the API refuses, in the words of its error envelope.</summary>
internal sealed class ApiProblem(int statusCode, string type, string? code, string message, int? retryAfter = null) : Exception(message)
{
    public static ApiProblem InvalidKey() => new(401, "authentication_error", "invalid_api_key", "Invalid or inactive API key");

    public static ApiProblem InvalidPagination() => new(400, "invalid_request", "invalid_pagination", "Invalid pagination parameters");

    /// <summary>A parameter has a value that the API doesn't know.</summary>
    public static ApiProblem Invalid(string parameter, string value) => new(400, "invalid_request", $"invalid_{parameter}", $"Invalid {parameter}: {value}");

    /// <summary>A parameter that has to be there isn't.</summary>
    public static ApiProblem Missing(string parameter) => new(400, "invalid_request", null, $"{parameter} is required");

    public static ApiProblem UserNotFound(string email) => new(400, "invalid_request", "user_not_found", $"No user found with email: {email}");

    /// <summary>There is no such thing.</summary>
    /// <param name="what">The kind of thing, as <c>Scenario</c>.</param>
    /// <param name="id">What it was asked for by.</param>
    public static ApiProblem NotFound(string what, string id) => new(404, "not_found", null, $"{what} not found: {id}");

    public static ApiProblem MethodNotAllowed(string method) => new(405, "invalid_request", "method_not_allowed", $"Method not allowed: {method}");

    public static ApiProblem RateLimited(int seconds) => new(429, "rate_limited", "rate_limited", "Rate limit exceeded", seconds);

    public ApiAnswer ToAnswer()
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = SandboxJson.Encoder }))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("type", type);
            if (code is not null)
                json.WriteString("code", code);
            json.WriteString("message", Message);
            if (retryAfter is { } seconds)
                json.WriteNumber("retry_after", seconds);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new(statusCode, body.ToArray());
    }
}
