using System.Text;
using System.Text.RegularExpressions;

namespace ExecPS.Client.Text;

/// <summary>
/// Removes the API key, in any letter case or as hexadecimal numbers, and the user information of URIs from text that goes into messages, and
/// limits the length of that text.
/// </summary>
internal sealed class SecretRedactor(string key)
{
    /// <summary>Shorter parts of the key aren't removed. The last four characters are displayed anyway.</summary>
    private const int ShortestSecret = 8;
    private const int LongestText = 500;
    private const int LongestInput = 4096;

    // Two slashes, which may be escaped, start the authority of a URI. Its user information ends at the last '@', or, if a password contains a
    // slash that isn't escaped, at an '@' after what can't be a port.
    private static readonly Regex s_userInfo = new(
        @"(?<=(?:/|\\|%2F|%5C){2})(?:[^\s/\\?#""<>]*(?:@|%40)|[^\s/\\?#""<>:\[]*:(?!\d{0,5}(?:[/\\?#""'<>]|\s|$))[^\s""<>]*@)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] s_hexPrefixes = ["0x", @"\x", @"\u00", "&#x", "u+00", "%"];

    public string Clean(string text)
    {
        var safe = TerminalText.RemoveControls(text.Length > LongestInput ? text.Substring(0, LongestInput) : text);
        var clean = WithoutSecrets(safe);
        return clean.Length <= LongestText ? clean : clean.Substring(0, LongestText - 1) + "…";
    }

    /// <summary>Returns an exception for use as an inner exception, or null if a message in it contains a secret or control characters.</summary>
    public Exception? OnlyIfClean(Exception exception)
    {
        // Stack traces contain only names in code.
        return Messages(exception).All(text => TerminalText.IsSafe(text) && WithoutSecrets(text) == text) ? exception : null;

        static IEnumerable<string> Messages(Exception exception)
        {
            IEnumerable<Exception> inner = exception is AggregateException { InnerExceptions: var all } ? all : exception.InnerException is { } one ? [one] : [];
            return inner.SelectMany(Messages).Prepend(exception.Message);
        }
    }

    private string WithoutSecrets(string text) => s_userInfo.Replace(WithoutKey(text), "");

    private string WithoutKey(string text)
    {
        if (key.Length < ShortestSecret || text.Length < ShortestSecret)
            return text;

        StringBuilder? result = null;
        var copied = 0;
        for (var at = 0; at <= text.Length - ShortestSecret; at++)
        {
            var length = Math.Max(SharedLength(text, at, hexOnly: false), SharedLength(text, at, hexOnly: true));
            if (length == 0)
                continue;

            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, at - copied).Append("[key]");
            at += length - 1;
            copied = at + 1;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The length of the longest text at a position that stands for a part of the key. 0 if that part isn't long enough.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    /// <param name="hexOnly">Whether each character is a hexadecimal number. Otherwise, only a number with a prefix is one.</param>
    private int SharedLength(string text, int at, bool hexOnly)
    {
        var longest = 0;
        for (var start = 0; start <= key.Length - ShortestSecret; start++)
        {
            var (end, index) = (at, start);
            for (; index < key.Length; index++)
            {
                var next = hexOnly ? EndOfHex(text, end, key[index], isFirst: index == start) : EndOfCharacter(text, end, key[index]);
                if (next < 0)
                    break;
                end = next;
            }

            if (index - start >= ShortestSecret)
                longest = Math.Max(longest, end - at);
        }

        return longest;
    }

    private static int EndOfCharacter(string text, int at, char expected)
    {
        if (at < text.Length && char.ToUpperInvariant(text[at]) == char.ToUpperInvariant(expected))
            return at + 1;

        var start = SkipPrefix(text, at);
        return start > at ? EndOfNumber(text, start, expected) : -1;
    }

    /// <summary>Gets the position after a hexadecimal number, which may follow a separator. -1 if it isn't the expected character.</summary>
    private static int EndOfHex(string text, int at, char expected, bool isFirst)
    {
        // BitConverter separates with '-'; dumps use spaces, colons, or commas.
        var start = at;
        while (!isFirst && start < text.Length && start < at + 2 && text[start] is '-' or ' ' or ':' or ',')
            start++;
        return EndOfNumber(text, SkipPrefix(text, start), expected);
    }

    private static int SkipPrefix(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('0' or '\\' or '&' or 'u' or 'U' or '%'))
            return at;

        var prefix = Array.Find(s_hexPrefixes, prefix => string.Compare(text, at, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) == 0);
        return at + (prefix?.Length ?? 0);
    }

    private static int EndOfNumber(string text, int at, char expected)
    {
        if (at + 2 > text.Length || !Uri.IsHexDigit(text[at]) || !Uri.IsHexDigit(text[at + 1]))
            return -1;

        var character = (char)((Uri.FromHex(text[at]) * 16) + Uri.FromHex(text[at + 1]));
        if (char.ToUpperInvariant(character) != char.ToUpperInvariant(expected))
            return -1;
        return at + (at + 2 < text.Length && text[at + 2] == ';' ? 3 : 2);
    }
}
