using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ExecPS.Connections;
using ExecPS.Views;

namespace ExecPS.Completion;

/// <summary>Completes the names of the session's connections.</summary>
internal sealed class ConnectionCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var pattern = WildcardPattern.Get(wordToComplete.Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return ConnectionStore.OfThisRunspace.All
            .Where(connection => pattern.IsMatch(connection.Name))
            .Select(connection => new CompletionResult(
                Quote(connection.Name), connection.Name, CompletionResultType.ParameterValue, ViewText.Safe($"{connection.Workspace} at {connection.BaseUri}")));
    }

    private static string Quote(string text) =>
        text.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.')
            ? text
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}
