using System.Collections;
using System.ComponentModel;
using System.Management.Automation.Language;
using System.Reflection;
using ExecPS.Client.Serialization;

namespace ExecPS.Completion;

/// <summary>Completes the values of an enum. The tooltips are the descriptions of the values.</summary>
/// <remarks>
/// PowerShell completes parameters of an enum's type itself, without descriptions, and doesn't use this class for them. It uses it for a
/// list of nullable values.
/// </remarks>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class EnumCompleter<TEnum> : IArgumentCompleter
    where TEnum : struct, Enum
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidates.For(ApiEnum<TEnum>.Names.Select(name => (name.Value.ToString(), name.Value.ToString(), DescriptionOf(name.Value))), wordToComplete);

    private static string DescriptionOf(TEnum value) =>
        typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<DescriptionAttribute>()!.Description;
}
