using System.Text;

namespace ExecPS.Benchmarks.Server;

/// <summary>Unique IDs in the API's format, twelve lowercase letters and digits, calculated from numbers.</summary>
internal static class Identifier
{
    public const int Length = 12;
    private const ulong Radix = 36;

    /// <summary>Large enough that the IDs of numbers up to four million have the full length.</summary>
    private const ulong Scatter = 1_099_511_627_689;

    public static string Of(long number)
    {
        Span<byte> text = stackalloc byte[Length];
        Write(number, text);
        return Encoding.ASCII.GetString(text);
    }

    public static void Write(long number, Span<byte> destination)
    {
        var rest = (ulong)number * Scatter;
        for (var at = 0; at < Length; at++, rest /= Radix)
            destination[at] = "0123456789abcdefghijklmnopqrstuvwxyz"u8[(int)(rest % Radix)];
    }
}
