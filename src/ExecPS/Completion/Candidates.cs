using System.Management.Automation.Language;
using ExecPS.Views;

namespace ExecPS.Completion;

/// <summary>Creates completion results from values.</summary>
internal static class Candidates
{
    /// <summary>Returns the values that start with the typed text, or whose label contains a word that does, in their original order.</summary>
    /// <param name="values">The inserted texts, the labels in the list, and the tooltips.</param>
    /// <param name="wordToComplete">The typed text, with or without quotation marks.</param>
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

    /// <summary>Gets the index of the next word, or -1 after the last.</summary>
    private static int NextWord(string label, int start) => label.IndexOf(' ', start) is >= 0 and var blank ? blank + 1 : -1;

    private static string Quote(string text) =>
        text.Length > 0 && char.IsLetterOrDigit(text[0]) && text.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '@' or '+')
            ? text
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}
