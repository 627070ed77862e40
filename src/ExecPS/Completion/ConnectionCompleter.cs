using System.Collections;
using System.Management.Automation.Language;
using ExecPS.Connections;

namespace ExecPS.Completion;

/// <summary>Completes the names of the session's connections.</summary>
internal sealed class ConnectionCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidates.For(
            ConnectionStore.OfThisRunspace.All.Select(connection => (connection.Name, connection.Name, $"{connection.Workspace} at {connection.BaseUri}")),
            wordToComplete);
}
