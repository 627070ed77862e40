using System.Collections;
using System.Management.Automation.Language;
using ExecPS.Connections;

namespace ExecPS.Completion;

/// <summary>Completes IDs, email addresses, and names from the items in the responses of the connection. The list shows names.</summary>
internal sealed class EntityCompleter : IArgumentCompleter
{
    private const string Id = "Id";
    private const string Email = "Email";
    private const string Name = "Name";
    private const string NounPrefix = "Exec";

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (KindOf(commandName, parameterName) is not { } kind || Connection(fakeBoundParameters) is not { } connection)
            return [];

        var values = connection.Cache.Of(kind).Select(item => (
            Text: parameterName.EndsWith(Id, StringComparison.OrdinalIgnoreCase) ? item.Id
                : parameterName.EndsWith(Email, StringComparison.OrdinalIgnoreCase) ? item.Email
                : item.Name is { } name ? WildcardPattern.Escape(name) : null,
            Label: item.Name ?? item.Id,
            ToolTip: item.Description));

        // Omit values that the parameter rejects.
        return Candidates.For(values.Where(value => !string.IsNullOrEmpty(value.Text) && !value.Text!.Any(char.IsControl))!, wordToComplete);
    }

    /// <summary>Gets the kind that a parameter is named after, or, for <c>-Id</c>, <c>-Name</c>, and <c>-Email</c>, the command.</summary>
    private static EntityKind? KindOf(string commandName, string parameterName)
    {
        var word = new[] { Id, Email, Name }.FirstOrDefault(ending => parameterName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } suffix
            ? parameterName.Substring(0, parameterName.Length - suffix.Length)
            : "";
        if (word.Length == 0)
        {
            // Import-Module -Prefix inserts text before "Exec".
            word = commandName.Substring(commandName.LastIndexOf(NounPrefix, StringComparison.OrdinalIgnoreCase) + NounPrefix.Length);
        }

        // Users and folders have several roles, and some nouns are longer than the kind.
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
