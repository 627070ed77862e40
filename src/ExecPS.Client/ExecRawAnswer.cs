using System.Text.Json;

namespace ExecPS.Client;

/// <summary>What the API answered to <see cref="ExecClient.SendRawAsync"/>.</summary>
/// <param name="StatusCode">The HTTP status, 200 to 299.</param>
/// <param name="Content">The answer's JSON; null when the answer is empty, as to a deletion.</param>
public sealed record ExecRawAnswer(int StatusCode, JsonElement? Content);
