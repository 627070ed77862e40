using System.Text;

namespace ExecPS.Benchmarks.Server;

/// <summary>Identifiers of the API's shape, twelve lowercase letters and digits: one for each number, and each another.</summary>
internal static class Identifier
{
    public const int Length = 12;
    private const ulong Radix = 36;

    /// <summary>So large that the identifiers of numbers to four million fill their length, and no larger.</summary>
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
