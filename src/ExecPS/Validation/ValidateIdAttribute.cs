using System.Management.Automation.Language;
using System.Runtime.CompilerServices;

namespace ExecPS.Validation;

/// <summary>Validates IDs: letters, digits, '-' and '_'.</summary>
/// <param name="parameter">The name of the parameter. Set by the compiler.</param>
public sealed class ValidateIdAttribute([CallerMemberName] string parameter = "") : ValidateEachAttribute
{
    private const int Longest = 128;

    /// <summary>The command that finds items by name, for the parameters whose IDs have one.</summary>
    private static readonly Dictionary<string, string> s_finders = new()
    {
        ["UserId"] = "Get-ExecMember",
        ["OwnerId"] = "Get-ExecMember",
        ["ScenarioId"] = "Get-ExecScenario",
        ["GroupId"] = "Get-ExecGroup",
        ["CollectionId"] = "Get-ExecCollection",
        ["SkillId"] = "Get-ExecSkill",
        ["FolderId"] = "Get-ExecKnowledgeFolder",
        ["ParentId"] = "Get-ExecKnowledgeFolder",
        ["PageId"] = "Get-ExecKnowledgePage",
        ["SourceId"] = "Get-ExecKnowledgeSource",
    };

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Specify an ID such as a1b2c3d4e5f6, or omit the parameter";
        if (text.Contains(','))
            return $"{Show(text)} contains a comma. Specify several IDs as several values: 'a1b2c3d4e5f6', 'f6e5d4c3b2a1'";
        if (text.Length > Longest)
            return $"it has {text.Length} characters; an ID has at most {Longest}";
        if (text.All(IsValid))
            return null;

        var advice = s_finders.TryGetValue(parameter, out var finder)
            ? $". To use a name, pipe the item into the command: {finder} '{CodeGeneration.EscapeSingleQuotedStringContent(text)}' | ..."
            : "";
        return $"{Show(text)} isn't a valid ID. IDs contain only letters, digits, '-' and '_'{advice}";
    }

    private static bool IsValid(char character) =>
        character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_';
}
