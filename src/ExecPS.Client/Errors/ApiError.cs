using System.Globalization;
using System.Text.Json;

namespace ExecPS.Client.Errors;

/// <summary>The content of an error response. A part is null if the response omits it.</summary>
internal readonly record struct ApiError(string? Type, string? Code, string? Message, TimeSpan? RetryAfter)
{
    /// <summary>Reads the API's error envelope; for a response without one, the error is empty.</summary>
    public static ApiError Read(ReadOnlyMemory<byte> body, Func<string, string> clean)
    {
        if (body.IsEmpty)
            return default;

        try
        {
            var json = Utf8Json.Normalize(body);
            if (!Utf8Json.IsWithinLimits(json, CancellationToken.None))
                return default;

            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return default;

            var retryAfter = ReadSeconds(root, "retry_after");
            if (!root.TryGetProperty("error", out var error))
                return new(null, null, ReadText(root, "message", clean), retryAfter);
            if (error.ValueKind != JsonValueKind.Object)
                return new(null, null, error.ValueKind == JsonValueKind.String ? clean(error.GetString()!) : null, retryAfter);

            return new(
                ReadText(error, "type", clean),
                ReadText(error, "code", clean),
                ReadText(error, "message", clean),
                Longest(retryAfter, ReadSeconds(error, "retry_after")));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The body isn't the API's, such as the page of a proxy, or is truncated. The error contains only the status.
            return default;
        }
    }

    public static TimeSpan? Longest(TimeSpan? left, TimeSpan? right) =>
        left is null ? right : right is null || left > right ? left : right;

    private static string? ReadText(JsonElement parent, string name, Func<string, string> clean) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? clean(text)
            : null;

    private static TimeSpan? ReadSeconds(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value))
            return null;

        // .NET Framework doesn't take what a double can't hold.
        return Durations.FromSeconds(value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out var number) ? number : double.MaxValue,
            JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => double.NaN,
        });
    }
}
