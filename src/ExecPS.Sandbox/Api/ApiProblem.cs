using System.Text.Json.Nodes;

namespace ExecPS.Sandbox.Api;

/// <summary>An error response of the API.</summary>
internal sealed class ApiProblem(int statusCode, string type, string? code, string message, int? retryAfter = null) : Exception(message)
{
    public static ApiProblem InvalidKey() => new(401, "authentication_error", "invalid_api_key", "Invalid or inactive API key");

    public static ApiProblem BadRequest(string? code, string message) => new(400, "invalid_request", code, message);

    public static ApiProblem InvalidPagination() => BadRequest("invalid_pagination", "Invalid pagination parameters");

    /// <summary>A parameter or field has an invalid value.</summary>
    public static ApiProblem Invalid(string name, string value) => BadRequest($"invalid_{name}", $"Invalid {name}: {value}");

    /// <summary>A required parameter or field is missing.</summary>
    public static ApiProblem Missing(string name) => BadRequest(null, $"{name} is required");

    public static ApiProblem TooLong(string name, int maxLength) =>
        BadRequest($"{name}_too_long", FormattableString.Invariant($"{name} must be {maxLength} characters or fewer"));

    public static ApiProblem UserNotFound(string email) => BadRequest("user_not_found", $"No user found with email: {email}");

    /// <summary>The requested resource doesn't exist.</summary>
    /// <param name="kind">The kind of resource, such as <c>Scenario</c>.</param>
    /// <param name="id">The requested ID.</param>
    /// <param name="code">The error code, if the operation documents one.</param>
    public static ApiProblem NotFound(string kind, string id, string? code = null) => new(404, "not_found", code, $"{kind} not found: {id}");

    public static ApiProblem MethodNotAllowed(string method) => new(405, "invalid_request", "method_not_allowed", $"Method not allowed: {method}");

    public static ApiProblem RateLimited(int seconds) => new(429, "rate_limited", "rate_limited", "Rate limit exceeded", seconds);

    public ApiResponse ToResponse()
    {
        var error = new JsonObject { ["type"] = type };
        if (code is not null)
            error["code"] = code;
        error["message"] = Message;
        if (retryAfter is { } seconds)
            error["retry_after"] = seconds;
        return ApiResponse.Json(new JsonObject { ["error"] = error }, statusCode);
    }
}
