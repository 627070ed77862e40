using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>Random damage to a response.</summary>
internal static class Damage
{
    /// <summary>Returns the bytes with one to three changes, some of which are harmless.</summary>
    public static byte[] To(byte[] page, Random random)
    {
        List<byte> bytes = [.. page];
        for (var hits = random.Next(1, 4); hits > 0 && bytes.Count > 0; hits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, Odd[random.Next(Odd.Length)]);
                    break;
                default:
                    // Replacing a digit by a digit keeps the JSON valid, but changes totals and dates.
                    var digit = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
                    if (digit >= 0)
                        bytes[digit] = (byte)('0' + random.Next(10));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[][] Odd { get; } =
    [
        .. new[] { "null", "{}", "[]", "\"\"", "-1", "1e999", "\\u0000", "\\ud800", "true", "{\"a\":", "[[[[", ",", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "\"unheard_of\"" }
            .Select(Encoding.UTF8.GetBytes),
    ];
}
