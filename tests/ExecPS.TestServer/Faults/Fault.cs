using System.Text;
using ExecPS.Sandbox.Api;

namespace ExecPS.TestServer.Faults;

/// <summary>Something that goes wrong with an answer.</summary>
public sealed class Fault
{
    private readonly Func<Exchange, Task> _apply;

    private Fault(string name, Func<Exchange, Task> apply) => (Name, _apply) = (name, apply);

    /// <summary>What goes wrong, as the control endpoint calls it.</summary>
    public string Name { get; }

    /// <summary>Nothing comes for a while, then the true answer or another fault.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="then">What comes then; null for the true answer.</param>
    public static Fault Latency(TimeSpan delay, Fault? then = null) => new("latency", async exchange =>
    {
        await exchange.DelayAsync(delay);
        await (then?.ApplyAsync(exchange) ?? exchange.SendAsync(exchange.TrueAnswer()));
    });

    /// <summary>Another status than the true one.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="body">The body; null for the API's error envelope.</param>
    /// <param name="retryAfter">The text of a Retry-After header; null for no header.</param>
    /// <param name="bodyRetryAfter">The envelope's <c>retry_after</c> in seconds; null for none.</param>
    /// <param name="contentType">The body's type.</param>
    /// <param name="headers">Further headers.</param>
    public static Fault Status(
        int statusCode,
        string? body = null,
        string? retryAfter = null,
        int? bodyRetryAfter = null,
        string contentType = ApiAnswer.ContentType,
        IReadOnlyDictionary<string, string>? headers = null) => new("status", exchange =>
    {
        var bytes = body is null ? Envelope(statusCode, bodyRetryAfter) : Encoding.UTF8.GetBytes(body);
        var answer = new ServerAnswer(statusCode, bytes) { ContentType = contentType };
        if (retryAfter is not null)
            answer = answer.With("Retry-After", retryAfter);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            answer = answer.With(name, value);
        return exchange.SendAsync(answer);
    });

    /// <summary>Nothing comes, until the client leaves.</summary>
    public static Fault HangBeforeHeaders() => new("hang_before_headers", exchange => exchange.HangAsync());

    /// <summary>Headers and half of the body come, then nothing until the client leaves.</summary>
    public static Fault HangMidBody() => new("hang_mid_body", async exchange =>
    {
        await exchange.SendHalfAsync(exchange.TrueAnswer());
        await exchange.HangAsync();
    });

    /// <summary>The connection is reset instead of an answer.</summary>
    public static Fault ResetBeforeHeaders() => new("reset_before_headers", exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    });

    /// <summary>The connection is reset after headers and half of the body.</summary>
    public static Fault ResetMidBody() => new("reset_mid_body", async exchange =>
    {
        await exchange.SendHalfAsync(exchange.TrueAnswer());

        // A reset overtakes what is still on its way.
        await exchange.DelayAsync(TimeSpan.FromMilliseconds(50));
        exchange.Reset();
    });

    /// <summary>The connection ends in an orderly way with half of the promised body.</summary>
    public static Fault Truncated() => new("truncated", exchange => exchange.SendHalfAsync(exchange.TrueAnswer()));

    /// <summary>The true answer, bit by bit.</summary>
    /// <param name="pause">How long to wait before each chunk.</param>
    /// <param name="chunkBytes">How much a chunk is.</param>
    public static Fault SlowBody(TimeSpan pause, int chunkBytes = 1024) => new("slow_body", async exchange =>
    {
        var answer = exchange.TrueAnswer();
        exchange.Begin(answer);
        for (var sent = 0; sent < answer.Body.Length; sent += chunkBytes)
        {
            await exchange.DelayAsync(pause);
            await exchange.WriteAsync(answer.Body.AsMemory(sent, Math.Min(chunkBytes, answer.Body.Length - sent)));
        }
    });

    /// <summary>Half of the true JSON as if it were the whole.</summary>
    public static Fault MalformedJson() => Altered("malformed_json", answer => answer with { Body = answer.Body[..(answer.Body.Length / 2)] });

    /// <summary>JSON that isn't what was asked for.</summary>
    /// <param name="json">The body.</param>
    public static Fault WrongShape(string json = """{"items":[],"next":null}""") => Answer("wrong_shape", json, ApiAnswer.ContentType);

    /// <summary>Status 200 without a body.</summary>
    public static Fault Empty200() => Answer("empty_200", "", null);

    /// <summary>Status 200 with a web page, as a proxy or a captive portal gives it.</summary>
    public static Fault Html200() => Answer(
        "html_200", "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1></body></html>\n", "text/html; charset=utf-8");

    /// <summary>The true answer in gzip, whatever the client accepts.</summary>
    public static Fault Gzip() => Altered("gzip", answer => answer.Encoded("gzip"));

    /// <summary>The true answer in Brotli, whatever the client accepts.</summary>
    public static Fault Brotli() => Altered("brotli", answer => answer.Encoded("br"));

    /// <summary>The true answer in deflate with a zlib header, whatever the client accepts.</summary>
    public static Fault Deflate() => Altered("deflate", answer => answer.Encoded("deflate"));

    /// <summary>A redirect.</summary>
    /// <param name="statusCode">301, 302, 303, 307 or 308.</param>
    /// <param name="location">Where to, as the header says it.</param>
    public static Fault Redirect(int statusCode, string location) => new("redirect", exchange =>
        exchange.SendAsync(new ServerAnswer(statusCode, []) { ContentType = null, Headers = [("Location", location)] }));

    /// <summary>The true answer with another body.</summary>
    /// <param name="replace">Makes the body from the true one.</param>
    public static Fault ReplaceBody(Func<string, string> replace) => Altered(
        "replace_body", answer => answer with { Body = Encoding.UTF8.GetBytes(replace(Encoding.UTF8.GetString(answer.Body))) });

    internal Task ApplyAsync(Exchange exchange) => _apply(exchange);

    private static Fault Altered(string name, Func<ServerAnswer, ServerAnswer> alter) =>
        new(name, exchange => exchange.SendAsync(alter(exchange.TrueAnswer())));

    private static Fault Answer(string name, string body, string? contentType) =>
        new(name, exchange => exchange.SendAsync(new ServerAnswer(200, Encoding.UTF8.GetBytes(body)) { ContentType = contentType }));

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
        return new ApiProblem(statusCode, type, code, message, retryAfter).ToAnswer().Body;
    }
}
