using System.Buffers.Text;

namespace ExecPS.Export;

/// <summary>Times in files: ISO 8601 in UTC, such as <c>2026-03-15T14:30:00Z</c>. A fraction of a second is written only if there is one.</summary>
internal static class IsoTime
{
    /// <summary>The maximum length: a fraction has up to seven digits.</summary>
    private const int Longest = 28;

    private const int LengthOfSeconds = 19;

    /// <summary>The length with a fraction of seven digits, without the <c>Z</c>.</summary>
    private const int LengthOfTicks = 27;

    /// <summary>Appends a time in UTC.</summary>
    public static void Write(ByteBuffer bytes, DateTime utc)
    {
        var text = bytes.GetSpan(Longest);
        Utf8Formatter.TryFormat(utc, text, out _, 'O');
        var length = LengthOfTicks;
        while (text[length - 1] == (byte)'0' && length > LengthOfSeconds + 1)
            length--;
        if (length == LengthOfSeconds + 1)
            length--;
        text[length] = (byte)'Z';
        bytes.Advance(length + 1);
    }

    /// <summary>Gets the ticks of a time that <see cref="Write"/> wrote; 0 for an empty cell.</summary>
    public static long ParseTicks(ReadOnlySpan<byte> text)
    {
        if (text.Length <= LengthOfSeconds)
            return 0;

        var seconds = new DateTime(
            ReadDigits(text, 0, 4), ReadDigits(text, 5, 2), ReadDigits(text, 8, 2), ReadDigits(text, 11, 2), ReadDigits(text, 14, 2), ReadDigits(text, 17, 2), DateTimeKind.Utc);
        var fraction = 0L;
        if (text.Length > LengthOfSeconds + 2)
        {
            var digits = text.Length - LengthOfSeconds - 2;
            fraction = ReadDigits(text, LengthOfSeconds + 1, digits);
            for (; digits < 7; digits++)
                fraction *= 10;
        }

        return seconds.Ticks + fraction;
    }

    private static int ReadDigits(ReadOnlySpan<byte> text, int start, int count)
    {
        var value = 0;
        for (var place = start; place < start + count; place++)
            value = (value * 10) + text[place] - '0';
        return value;
    }
}
