using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExecPS.Sandbox.Api;

/// <summary>A response of the API: a status and JSON.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The JSON, in UTF-8.</param>
internal sealed record ApiResponse(int StatusCode, byte[] Body)
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>The methods the path supports, if the request used another one.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The ID of the operation, if the request changed the workspace.</summary>
    public string? Effect { get; init; }

    public static ApiResponse Json<T>(T value, int statusCode = 200) => new(statusCode, JsonSerializer.SerializeToUtf8Bytes(value, SandboxJson.Of<T>()));

    public static ApiResponse Json(JsonObject json, int statusCode = 200)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = SandboxJson.Encoder }))
            json.WriteTo(writer);
        return new(statusCode, body.ToArray());
    }
}
