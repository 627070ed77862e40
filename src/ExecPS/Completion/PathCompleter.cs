using System.Collections;
using System.Management.Automation.Language;

namespace ExecPS.Completion;

/// <summary>Completes the paths of the API's lists, instead of the files that PowerShell would complete.</summary>
internal sealed class PathCompleter : IArgumentCompleter
{
    private static readonly string[] s_paths =
    [
        "/collections", "/knowledge-hub/folders", "/knowledge-hub/pages", "/knowledge-hub/sources", "/scenario-studio", "/scenario-studio/jobs", "/scenarios",
        "/scenarios/assignments", "/sessions", "/skills", "/workspace", "/workspace/groups", "/workspace/members",
    ];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = "/" + wordToComplete.Trim('\'', '"').TrimStart('/');
        CompletionResult[] results = [.. s_paths.Where(path => path.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(path => new CompletionResult(path))];

        // Without any result, PowerShell completes file names.
        return results.Length > 0 || wordToComplete.Length == 0 ? results : [new CompletionResult(wordToComplete)];
    }
}
