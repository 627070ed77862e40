using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ExecPS.Client.Serialization;

/// <summary>Reads a response even if some of its values are invalid, such as an empty date or a number where text is expected.</summary>
/// <remarks>
/// A valid response is read directly. Only after a failure is the value that System.Text.Json rejects replaced, by null or by the
/// integer that it equals (1.0), and the response read again. One invalid value never removes a row.
/// </remarks>
internal static class LenientJson
{
    /// <summary>Limits the work: the bytes that are read again for all invalid values of one response.</summary>
    private const long MaximumBytesReread = 256 * 1024 * 1024;

    /// <summary>Reads a response.</summary>
    /// <param name="json">The response, normalized (<see cref="Utf8Json.Normalize"/>).</param>
    /// <param name="typeInfo">The JSON metadata of the response.</param>
    /// <param name="report">Receives each value that is replaced by null.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="JsonException">The response isn't JSON, or its structure is wrong.</exception>
    public static T? Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> typeInfo, Action<InvalidValue> report, CancellationToken cancellationToken)
    {
        for (long reread = 0; ; reread += json.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return JsonSerializer.Deserialize(json.Span, typeInfo);
            }
            catch (JsonException exception) when (reread < MaximumBytesReread && JsonValuePath.Parse(exception.Path) is { } path)
            {
                if (path.Replace(json) is not { } replacement)
                    throw;

                json = replacement.Json;
                if (replacement.Invalid is { } invalid)
                    report(invalid);
            }
        }
    }
}
