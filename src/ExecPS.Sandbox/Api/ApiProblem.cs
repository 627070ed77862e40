using System.Text.Json;

namespace ExecPS.Sandbox.Api;

/// <summary>A request that the API refuses, in the words of its error envelope.</summary>
internal sealed class ApiProblem(int statusCode, string type, string? code, string message, int? retryAfter = null) : Exception(message)
{
    public static ApiProblem InvalidKey() => new(401, "authentication_error", "invalid_api_key", "Invalid or inactive API key");

    public static ApiProblem InvalidPagination() => new(400, "invalid_request", "invalid_pagination", "Invalid pagination parameters");

    public static ApiProblem InvalidStatus(string status) => new(400, "invalid_request", "invalid_status", $"Invalid status: {status}");

    public static ApiProblem NotFound(string path) => new(404, "not_found", null, $"Path not found: {path}");

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
