using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ExecPS.Client.Serialization;

/// <summary>Reads the value that stands under the reader, up to its last token.</summary>
internal delegate T? ReadModel<T>(ref Utf8JsonReader json);

/// <summary>Reads an answer's JSON.</summary>
/// <remarks>
/// By code that was written when this assembly was compiled. It takes half the time of System.Text.Json's metadata, and is ready
/// at once, while those are put together when they are first used. What it can't read, System.Text.Json reads, or says what is
/// wrong and where.
/// </remarks>
/// <param name="read">The code; null where there is none.</param>
/// <param name="metadata">Asked when they are needed: they cost time to prepare.</param>
internal sealed class ModelReader<T>(ReadModel<T>? read, Func<JsonTypeInfo<T>> metadata)
{
    /// <summary>Reads JSON; null for JSON's null.</summary>
    /// <exception cref="JsonException">It is no JSON, or of another shape.</exception>
    public T? Read(ReadOnlySpan<byte> json) =>
        TryRead(json, out var model) ? model : JsonSerializer.Deserialize(json, metadata());

    /// <summary>Reads by the code alone; false when it can't.</summary>
    public bool TryRead(ReadOnlySpan<byte> json, out T? model)
    {
        model = default;
        if (read is null)
            return false;

        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            model = read(ref reader);
            return !reader.Read(); // Which throws when something stands behind the value.
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Broken, of another shape, or written in a way that the code leaves alone: the caller asks System.Text.Json.
            return false;
        }
    }
}

/// <summary>What the compiled readers have in common.</summary>
internal static class ModelReader
{
    /// <summary>Whether an object begins; false for null.</summary>
    [MethodImpl(Optimized.AtOnce)]
    public static bool IsObject(ref Utf8JsonReader json) => Is(ref json, JsonTokenType.StartObject);

    /// <summary>Whether a list begins; false for null.</summary>
    [MethodImpl(Optimized.AtOnce)]
    public static bool IsArray(ref Utf8JsonReader json) => Is(ref json, JsonTokenType.StartArray);

    /// <summary>Goes to the object's next name; false at its end.</summary>
    [MethodImpl(Optimized.AtOnce)]
    public static bool NextName(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType == JsonTokenType.EndObject)
            return false;

        // Names are compared as they are written.
        return json.ValueIsEscaped ? throw new JsonException("A name has escaped letters.") : true;
    }

    [MethodImpl(Optimized.AtOnce)]
    private static bool Is(ref Utf8JsonReader json, JsonTokenType start) =>
        json.TokenType == start || (json.TokenType == JsonTokenType.Null ? false : throw new JsonException($"Expected {start}, found {json.TokenType}."));
}
