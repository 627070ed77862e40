using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>A key in the published format that only test servers accept.</summary>
internal static class TestKey
{
    public const string Value = "exec_live_A1b2C3d4E5m4Hc6Lr1Wn8Ys3Df5Gj0PaEuTiXoMz";

    /// <summary>Every part of the key that is long enough to disclose something.</summary>
    public static IEnumerable<string> Parts => Enumerable.Range(0, Value.Length - 7).Select(start => Value.Substring(start, 8));

    /// <summary>Fails if a text contains the key or a part of it, in any letter case or as hexadecimal numbers.</summary>
    public static void RequireAbsentIn(string text)
    {
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        Assert.DoesNotContain(Parts, part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Parts, part => digits.Contains(Convert.ToHexString(Encoding.ASCII.GetBytes(part)), StringComparison.OrdinalIgnoreCase));
    }
}
