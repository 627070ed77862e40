namespace ExecPS.Client.Http;

/// <summary>The published format of an API key.</summary>
internal static class ApiKey
{
    public const string Prefix = "exec_live_";
    public const int Length = 50;
    public const string PublishedFormat = "'exec_live_' followed by 40 letters and digits";
    private const int LongestHeader = 1024;

    public static bool HasPublishedFormat(string key) =>
        key.Length == Length && key.StartsWith(Prefix, StringComparison.Ordinal) && key.Skip(Prefix.Length).All(IsAsciiLetterOrDigit);

    /// <summary>Whether the key can be sent in a header: visible ASCII characters without spaces, up to a length limit.</summary>
    public static bool FitsHeader(string key) =>
        key.Length is > 0 and <= LongestHeader && key.All(character => character is > ' ' and < '\x7f');

    /// <summary>The end of the key, which may be displayed to distinguish keys.</summary>
    public static string Hint(string key) => key.Length >= 12 ? "…" + key.Substring(key.Length - 4) : "…";

    private static bool IsAsciiLetterOrDigit(char character) =>
        character is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z';
}
