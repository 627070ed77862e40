using System.Management.Automation;
using System.Management.Automation.Language;
using ExecPS.Views;

namespace ExecPS.Completion;

/// <summary>Makes what Tab shows out of the values that may be meant.</summary>
internal static class Candidates
{
    /// <summary>The values that begin with what is typed, or whose label does, in the order given.</summary>
    /// <param name="values">What is inserted, what the list shows and what the tooltip says.</param>
    /// <param name="wordToComplete">What is typed so far, with or without quotation marks.</param>
    public static IEnumerable<CompletionResult> For(IEnumerable<(string Text, string Label, string ToolTip)> values, string wordToComplete)
    {
        var word = wordToComplete.Trim('\'', '"');
        return values
            .Where(value => value.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || value.Label.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(Quote(value.Text), ViewText.Safe(value.Label), CompletionResultType.ParameterValue, ViewText.Safe(value.ToolTip)));
    }

    private static string Quote(string text) =>
        text.Length > 0 && text.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.')
            ? text
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}
