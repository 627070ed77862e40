using System.Runtime.CompilerServices;

namespace ExecPS.Export;

/// <summary>Times in files: ISO 8601 in UTC, such as <c>2026-03-15T14:30:00Z</c>. A fraction of a second is written only if there is one.</summary>
/// <remarks>By hand, because each row has several times, and .NET's custom formats take ten times as long.</remarks>
internal static class IsoTime
{
    /// <summary>The maximum length: a fraction has up to seven digits.</summary>
    private const int Longest = 28;

    private const int LengthOfSeconds = 19;

    /// <summary>Appends a time in UTC.</summary>
    [MethodImpl(Compilation.Optimize)]
    public static void Write(ByteBuffer bytes, DateTime utc)
    {
        var text = bytes.GetSpan(Longest);
        WriteDigits(text, 0, 4, utc.Year, (byte)'-');
        WriteDigits(text, 5, 2, utc.Month, (byte)'-');
        WriteDigits(text, 8, 2, utc.Day, (byte)'T');
        WriteDigits(text, 11, 2, utc.Hour, (byte)':');
        WriteDigits(text, 14, 2, utc.Minute, (byte)':');
        WriteDigits(text, 17, 2, utc.Second, (byte)'Z');
        var length = LengthOfSeconds;
        if ((int)(utc.Ticks % TimeSpan.TicksPerSecond) is not 0 and var fraction)
        {
            var digits = 7;
            for (; fraction % 10 == 0; fraction /= 10)
                digits--;
            text[length] = (byte)'.';
            length += 1 + digits;
            WriteDigits(text, LengthOfSeconds + 1, digits, fraction, (byte)'Z');
        }

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

    [MethodImpl(Compilation.Optimize)]
    private static void WriteDigits(Span<byte> text, int start, int count, int value, byte end)
    {
        text[start + count] = end;
        for (var place = start + count - 1; place >= start; place--)
        {
            text[place] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }

    private static int ReadDigits(ReadOnlySpan<byte> text, int start, int count)
    {
        var value = 0;
        for (var place = start; place < start + count; place++)
            value = (value * 10) + text[place] - '0';
        return value;
    }
}
