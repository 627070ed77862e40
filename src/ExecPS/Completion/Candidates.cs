using System.Management.Automation;
using System.Management.Automation.Language;
using ExecPS.Views;

namespace ExecPS.Completion;

/// <summary>Makes what Tab shows out of the values that may be meant.</summary>
internal static class Candidates
{
    /// <summary>The values that begin with what is typed, or whose label has a word that does, in the order given.</summary>
    /// <param name="values">What is inserted, what the list shows and what the tooltip says.</param>
    /// <param name="wordToComplete">What is typed so far, with or without quotation marks.</param>
    public static IEnumerable<CompletionResult> For(IEnumerable<(string Text, string Label, string ToolTip)> values, string wordToComplete)
    {
        var word = wordToComplete.Trim('\'', '"');
        return values
            .Where(value => value.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || HasWord(value.Label, word))
            .Select(value => new CompletionResult(Quote(value.Text), ViewText.Safe(value.Label), CompletionResultType.ParameterValue, ViewText.Safe(value.ToolTip)));
    }

    private static bool HasWord(string label, string word)
    {
        for (var start = 0; start >= 0 && start + word.Length <= label.Length; start = NextWord(label, start))
        {
            if (string.Compare(label, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return true;
        }

        return false;
    }

    /// <summary>Where the next word begins; -1 after the last.</summary>
    private static int NextWord(string label, int start) => label.IndexOf(' ', start) is >= 0 and var blank ? blank + 1 : -1;

    private static string Quote(string text) =>
        text.Length > 0 && char.IsLetterOrDigit(text[0]) && text.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '@' or '+')
            ? text
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}
