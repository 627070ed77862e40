using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ExecPS.Sandbox.Api;

/// <summary>What the API answers: a status and JSON.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The JSON, in UTF-8.</param>
internal sealed record ApiAnswer(int StatusCode, byte[] Body)
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>The method that the path takes, when the request had another.</summary>
    public string? Allow { get; init; }

    public static ApiAnswer Ok<T>(T value, JsonTypeInfo<T> type) => new(200, JsonSerializer.SerializeToUtf8Bytes(value, type));
}
