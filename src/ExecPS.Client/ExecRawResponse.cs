using System.Text.Json;

namespace ExecPS.Client;

/// <summary>The response to <see cref="ExecClient.SendRawAsync"/>.</summary>
/// <param name="StatusCode">The HTTP status, 200 to 299.</param>
/// <param name="Content">The JSON of the response; null if the response is empty, such as after a deletion.</param>
public sealed record ExecRawResponse(int StatusCode, JsonElement? Content);
