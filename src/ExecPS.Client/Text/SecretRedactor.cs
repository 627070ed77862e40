using System.Text;

namespace ExecPS.Client.Text;

/// <summary>Removes the API key from text that goes into messages, and limits the length of that text.</summary>
internal sealed class SecretRedactor(string key)
{
    /// <summary>Shorter parts of the key aren't removed. The last four characters are displayed anyway.</summary>
    private const int ShortestSecret = 8;
    private const int LongestText = 500;
    private const int LongestInput = 4096;

    public string Clean(string text)
    {
        var safe = TerminalText.RemoveControls(text.Length > LongestInput ? text.Substring(0, LongestInput) : text);
        var clean = WithoutKey(safe);
        return clean.Length <= LongestText ? clean : clean.Substring(0, LongestText - 1) + "…";
    }

    /// <summary>Returns an exception for use as an inner exception, or null if its text contains the key or control characters.</summary>
    public Exception? OnlyIfClean(Exception exception)
    {
        var text = exception.ToString();
        return TerminalText.IsSafe(text) && WithoutKey(text) == text ? exception : null;
    }

    private string WithoutKey(string text)
    {
        if (key.Length < ShortestSecret || text.Length < ShortestSecret)
            return text;

        StringBuilder? result = null;
        var copied = 0;
        for (var at = 0; at <= text.Length - ShortestSecret; at++)
        {
            var length = SharedLength(text, at);
            if (length < ShortestSecret)
                continue;

            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, at - copied).Append("[key]");
            at += length - 1;
            copied = at + 1;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The length of the longest part of the key that the text contains at a position.</summary>
    private int SharedLength(string text, int at)
    {
        var longest = 0;
        for (var start = 0; start <= key.Length - ShortestSecret; start++)
        {
            var length = 0;
            while (start + length < key.Length && at + length < text.Length && key[start + length] == text[at + length])
                length++;
            longest = Math.Max(longest, length);
        }

        return longest;
    }
}
