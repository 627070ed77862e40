using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ExecPS.Connections;

namespace ExecPS.Completion;

/// <summary>Completes identifiers, email addresses and names from what the connection's answers have named so far: the list shows names.</summary>
internal sealed class EntityCompleter : IArgumentCompleter
{
    private const string Id = "Id";
    private const string Email = "Email";

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (KindOf(commandName, parameterName) is not { } kind || Connection(fakeBoundParameters) is not { } connection)
            return [];

        var values = connection.Seen.Of(kind).Select(thing => (
            Text: parameterName.EndsWith(Id, StringComparison.OrdinalIgnoreCase) ? thing.Id
                : parameterName.EndsWith(Email, StringComparison.OrdinalIgnoreCase) ? thing.Email
                : thing.Name is { } name ? WildcardPattern.Escape(name) : null,
            Label: thing.Name ?? thing.Id,
            ToolTip: thing.Description));

        // What the parameter would refuse isn't offered.
        return Candidates.For(values.Where(value => !string.IsNullOrEmpty(value.Text) && !value.Text!.Any(char.IsControl))!, wordToComplete);
    }

    /// <summary>The kind that a parameter is named after; the command's own for <c>-Id</c>, <c>-Name</c> and <c>-Email</c>.</summary>
    private static EntityKind? KindOf(string commandName, string parameterName)
    {
        var word = new[] { Id, Email }.FirstOrDefault(ending => parameterName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } suffix
            ? parameterName.Substring(0, parameterName.Length - suffix.Length)
            : "";
        if (word.Length == 0)
            word = commandName.Substring(commandName.IndexOf("-Exec", StringComparison.OrdinalIgnoreCase) + "-Exec".Length);

        // People and folders play several parts; nouns are longer than kinds.
        word = word.ToUpperInvariant() switch
        {
            "OWNER" or "VISIBLETO" or "MEMBER" => nameof(EntityKind.User),
            "PARENT" => nameof(EntityKind.Folder),
            "SCENARIOJOB" => nameof(EntityKind.Job),
            _ => word.StartsWith("Knowledge", StringComparison.OrdinalIgnoreCase) ? word.Substring("Knowledge".Length) : word,
        };
        return Enum.TryParse(word, ignoreCase: true, out EntityKind kind) ? kind : null;
    }

    private static ExecConnection? Connection(IDictionary boundParameters) => boundParameters["Connection"] switch
    {
        ExecConnection connection => connection,
        string name => ConnectionStore.OfThisRunspace.Find(name),
        _ => ConnectionStore.OfThisRunspace.Default,
    };
}
