using System.Text;
using ExecPS.Sandbox.Api;

namespace ExecPS.TestServer.Faults;

/// <summary>A fault in a response.</summary>
public sealed class Fault
{
    private readonly Func<Exchange, Task> _apply;

    private Fault(string name, Func<Exchange, Task> apply) => (Name, _apply) = (name, apply);

    /// <summary>The name, as used by the control endpoint.</summary>
    public string Name { get; }

    /// <summary>A delay, then the API's response or another fault.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="then">The fault after the delay, or null for the API's response.</param>
    public static Fault Latency(TimeSpan delay, Fault? then = null) => new("latency", async exchange =>
    {
        await exchange.DelayAsync(delay);
        await (then?.ApplyAsync(exchange) ?? exchange.SendAsync(exchange.TrueResponse()));
    });

    /// <summary>Another status instead of processing the request.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="body">The body, or null for an error response of the API.</param>
    /// <param name="retryAfter">The Retry-After header, or null to omit it.</param>
    /// <param name="bodyRetryAfter">The error's <c>retry_after</c> in seconds, or null to omit it.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="headers">Additional headers.</param>
    public static Fault Status(
        int statusCode,
        string? body = null,
        string? retryAfter = null,
        int? bodyRetryAfter = null,
        string contentType = ApiResponse.ContentType,
        IReadOnlyDictionary<string, string>? headers = null) => new("status", exchange =>
    {
        var bytes = body is null ? Envelope(statusCode, bodyRetryAfter) : Encoding.UTF8.GetBytes(body);
        var response = new ServerResponse(statusCode, bytes) { ContentType = contentType };
        if (retryAfter is not null)
            response = response.With("Retry-After", retryAfter);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            response = response.With(name, value);
        return exchange.SendAsync(response);
    });

    /// <summary>No response until the client closes the connection.</summary>
    public static Fault HangBeforeHeaders() => new("hang_before_headers", exchange => exchange.HangAsync());

    /// <summary>The request is processed, and then the fault takes the place of the response.</summary>
    /// <param name="fault">The fault.</param>
    public static Fault AfterProcessing(Fault fault) => new(fault.Name, exchange =>
    {
        exchange.TrueResponse();
        return fault.ApplyAsync(exchange);
    });

    /// <summary>The connection closes in an orderly way without a response.</summary>
    public static Fault CloseBeforeHeaders() => new("close_before_headers", exchange => exchange.CloseAsync());

    /// <summary>Headers and half of the body, then nothing until the client closes the connection.</summary>
    public static Fault HangMidBody() => new("hang_mid_body", async exchange =>
    {
        await exchange.SendHalfAsync(exchange.TrueResponse());
        await exchange.HangAsync();
    });

    /// <summary>A connection reset instead of a response.</summary>
    public static Fault ResetBeforeHeaders() => new("reset_before_headers", exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    });

    /// <summary>Headers and half of the body, then a connection reset.</summary>
    public static Fault ResetMidBody() => new("reset_mid_body", async exchange =>
    {
        await exchange.SendHalfAsync(exchange.TrueResponse());

        // A reset overtakes data that is still being sent.
        await exchange.DelayAsync(TimeSpan.FromMilliseconds(50));
        exchange.Reset();
    });

    /// <summary>Half of the body, then an orderly end of the connection.</summary>
    public static Fault Truncated() => new("truncated", exchange => exchange.SendHalfAsync(exchange.TrueResponse()));

    /// <summary>The API's response in small parts.</summary>
    /// <param name="pause">The pause before each part.</param>
    /// <param name="chunkBytes">The size of a part.</param>
    public static Fault SlowBody(TimeSpan pause, int chunkBytes = 1024) => new("slow_body", async exchange =>
    {
        var response = exchange.TrueResponse();
        exchange.Begin(response);
        for (var sent = 0; sent < response.Body.Length; sent += chunkBytes)
        {
            await exchange.DelayAsync(pause);
            await exchange.WriteAsync(response.Body.AsMemory(sent, Math.Min(chunkBytes, response.Body.Length - sent)));
        }
    });

    /// <summary>Half of the JSON with a matching Content-Length.</summary>
    public static Fault MalformedJson() => Altered("malformed_json", response => response with { Body = response.Body[..(response.Body.Length / 2)] });

    /// <summary>JSON of another shape.</summary>
    /// <param name="json">The body.</param>
    public static Fault WrongShape(string json = """{"items":[],"next":null}""") => Respond("wrong_shape", json, ApiResponse.ContentType);

    /// <summary>Status 200 without a body.</summary>
    public static Fault Empty200() => Respond("empty_200", "", null);

    /// <summary>Status 200 with a web page, as a proxy or a captive portal sends it.</summary>
    public static Fault Html200() => Respond(
        "html_200", "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1></body></html>\n", "text/html; charset=utf-8");

    /// <summary>The API's response in gzip, regardless of what the client accepts.</summary>
    public static Fault Gzip() => Altered("gzip", response => response.Encoded("gzip"));

    /// <summary>The API's response in Brotli, regardless of what the client accepts.</summary>
    public static Fault Brotli() => Altered("brotli", response => response.Encoded("br"));

    /// <summary>The API's response in deflate with a zlib header, regardless of what the client accepts.</summary>
    public static Fault Deflate() => Altered("deflate", response => response.Encoded("deflate"));

    /// <summary>A redirect.</summary>
    /// <param name="statusCode">301, 302, 303, 307, or 308.</param>
    /// <param name="location">The Location header.</param>
    public static Fault Redirect(int statusCode, string location) => new("redirect", exchange =>
        exchange.SendAsync(new ServerResponse(statusCode, []) { ContentType = null, Headers = [("Location", location)] }));

    /// <summary>The API's response with another body.</summary>
    /// <param name="replace">Creates the body from the API's body.</param>
    public static Fault ReplaceBody(Func<string, string> replace) => Altered(
        "replace_body", response => response with { Body = Encoding.UTF8.GetBytes(replace(Encoding.UTF8.GetString(response.Body))) });

    internal Task ApplyAsync(Exchange exchange) => _apply(exchange);

    private static Fault Altered(string name, Func<ServerResponse, ServerResponse> alter) =>
        new(name, exchange => exchange.SendAsync(alter(exchange.TrueResponse())));

    private static Fault Respond(string name, string body, string? contentType) =>
        new(name, exchange => exchange.SendAsync(new ServerResponse(200, Encoding.UTF8.GetBytes(body)) { ContentType = contentType }));

    private static byte[] Envelope(int statusCode, int? retryAfter)
    {
        var (type, code, message) = statusCode switch
        {
            401 => ("authentication_error", "invalid_api_key", "Invalid or inactive API key"),
            403 => ("authorization_error", "workspace_inactive", "Workspace is inactive"),
            404 => ("not_found", null, "Not found"),
            429 => ("rate_limited", "rate_limited", "Rate limit exceeded"),
            >= 500 => ("server_error", null, "Something went wrong"),
            _ => ("invalid_request", (string?)null, "Invalid request"),
        };
        return new ApiProblem(statusCode, type, code, message, retryAfter).ToResponse().Body;
    }
}
