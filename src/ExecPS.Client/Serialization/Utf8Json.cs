using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ExecPS.Client.Serialization;

/// <summary>Prepares the bytes of a response for System.Text.Json.</summary>
internal static class Utf8Json
{
    /// <summary>The most values that a response may contain. A page of 100 rows contains a few thousand.</summary>
    public const int MaximumValues = 500_000;

    /// <summary>A smaller response can't contain enough values to need much memory.</summary>
    private const int SmallResponse = 512 * 1024;

    private const int EscapeLength = 6; // \ud83d

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] s_escape = "\\u"u8.ToArray();
    private static readonly byte[] s_replacementEscape = "\\ufffd"u8.ToArray();
#if !NET
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
#endif

    /// <summary>Removes a byte order mark, and replaces bytes that aren't UTF-8 and escaped halves of surrogate pairs with U+FFFD.</summary>
    /// <remarks>JavaScript writes half a surrogate pair when it cuts a string within an emoji. System.Text.Json rejects both.</remarks>
    /// <param name="json">The response; it isn't changed.</param>
    public static ReadOnlyMemory<byte> Normalize(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(s_byteOrderMark))
            json = json.Slice(s_byteOrderMark.Length);
        if (!IsUtf8(json))
            json = ReplaceInvalidBytes(Segment(json));
        return ReplaceLoneSurrogates(json);
    }

    /// <summary>Whether a response contains at most <see cref="MaximumValues"/> values. Compressed, a few kilobytes can become gigabytes of objects.</summary>
    /// <exception cref="JsonException">A large response isn't JSON.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static bool IsWithinLimits(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        if (json.Length <= SmallResponse)
            return true;

        var reader = new Utf8JsonReader(json.Span);
        for (var values = 0; reader.Read();)
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject)
                continue;
            if (++values > MaximumValues)
                return false;
            if (values % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }

        return true;
    }

    private static byte[] ReplaceInvalidBytes(ArraySegment<byte> json) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Array!, json.Offset, json.Count));

    private static bool IsUtf8(ReadOnlyMemory<byte> json)
    {
#if NET
        return System.Text.Unicode.Utf8.IsValid(json.Span);
#else
        try
        {
            var bytes = Segment(json);
            return s_strict.GetCharCount(bytes.Array, bytes.Offset, bytes.Count) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
#endif
    }

    private static ReadOnlyMemory<byte> ReplaceLoneSurrogates(ReadOnlyMemory<byte> json)
    {
        byte[]? copy = null;
        for (var at = 0; json.Span.Slice(at).IndexOf(s_escape) is >= 0 and var offset;)
        {
            at += offset;
            if (IsEscapeSequence(json.Span, at) && Surrogate(json.Span, at) is { } first)
            {
                var isPair = char.IsHighSurrogate(first) && Surrogate(json.Span, at + EscapeLength) is { } second && char.IsLowSurrogate(second);
                if (!isPair)
                    s_replacementEscape.CopyTo(copy ??= json.ToArray(), at);
                at += isPair ? 2 * EscapeLength : EscapeLength;
            }
            else
            {
                at += s_escape.Length;
            }
        }

        return copy ?? json;
    }

    /// <summary>Whether the backslash isn't itself escaped: an even number of backslashes precedes it.</summary>
    private static bool IsEscapeSequence(ReadOnlySpan<byte> json, int at)
    {
        var start = at;
        while (start > 0 && json[start - 1] == '\\')
            start--;
        return (at - start) % 2 == 0;
    }

    /// <summary>The surrogate that an escape sequence represents; null if there is none at this position.</summary>
    private static char? Surrogate(ReadOnlySpan<byte> json, int at)
    {
        if (at + EscapeLength > json.Length || json[at] != '\\' || json[at + 1] != 'u')
            return null;

        var isNumber = Utf8Parser.TryParse(json.Slice(at + 2, 4), out int value, out var consumed, 'X');
        return isNumber && consumed == 4 && char.IsSurrogate((char)value) ? (char)value : null;
    }

    private static ArraySegment<byte> Segment(ReadOnlyMemory<byte> json) =>
        MemoryMarshal.TryGetArray(json, out var segment) ? segment : new(json.ToArray());
}
