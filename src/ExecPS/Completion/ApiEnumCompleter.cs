using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ExecPS.Client.Serialization;

namespace ExecPS.Completion;

/// <summary>Completes the names of an enum that can be asked for; <c>Unknown</c> can't.</summary>
internal sealed class ApiEnumCompleter<TEnum> : IArgumentCompleter
    where TEnum : struct, Enum
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"').Replace("_", "");
        return ApiEnum<TEnum>.Names
            .Select(entry => (Name: entry.Value.ToString(), entry.ApiName))
            .Where(entry => entry.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(entry => new CompletionResult(entry.Name, entry.Name, CompletionResultType.ParameterValue, $"{entry.ApiName} in the API"));
    }
}
