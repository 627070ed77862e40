using System.Globalization;
using System.Text;

namespace ExecPS.Client.Text;

/// <summary>Makes text safe to write to a terminal.</summary>
internal static class TerminalText
{
    /// <summary>Removes control and format characters, which can change a terminal's colors, title, or text direction, and reduces white space to single spaces.</summary>
    /// <param name="text">Text from a server or a user.</param>
    public static string RemoveControls(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\u200c' or '\u200d')
            {
                // Joiners: required by some scripts and emoji.
                result.Append(character);
                continue;
            }

            var category = char.GetUnicodeCategory(character);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator)
            {
                if (result.Length > 0 && result[result.Length - 1] != ' ' && category != UnicodeCategory.Format)
                    result.Append(' ');
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Whether text contains no control or format characters other than line breaks and tabs.</summary>
    public static bool IsSafe(string text) => text.All(static character =>
        character is '\r' or '\n' or '\t' || char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format));
}
