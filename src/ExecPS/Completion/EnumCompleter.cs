using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Completion;

/// <summary>Completes the values of an enum. The tooltips are the descriptions of the values.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal class EnumCompleter<TEnum> : IArgumentCompleter
    where TEnum : struct, Enum
{
    /// <summary>Gets the last value that the parameter accepts. Null for all.</summary>
    protected virtual TEnum? Last => null;

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidates.For(
            ApiEnum<TEnum>.Names.Select(name => name.Value)
                .Where(value => Last is not { } last || Comparer<TEnum>.Default.Compare(value, last) <= 0)
                .Select(value => (value.ToString(), value.ToString(), $"{value}: {DescriptionOf(value)}")),
            wordToComplete);

    private static string DescriptionOf(TEnum value) =>
        typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<DescriptionAttribute>()!.Description;
}

/// <summary>Completes the visibilities of items that can't be global.</summary>
internal sealed class VisibilityCompleter : EnumCompleter<Visibility>
{
    protected override Visibility? Last => Visibility.Workspace;
}

/// <summary>Completes the statuses that a page can be given.</summary>
internal sealed class WritablePageStatusCompleter : EnumCompleter<KnowledgePageStatus>
{
    protected override KnowledgePageStatus? Last => KnowledgePageStatus.Published;
}
