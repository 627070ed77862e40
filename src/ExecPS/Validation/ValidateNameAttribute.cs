using System.Management.Automation;

namespace ExecPS.Validation;

/// <summary>Takes a name for a connection: one that can be typed, shown and found again.</summary>
public sealed class ValidateNameAttribute : ValidateEachAttribute
{
    private const int Longest = 64;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Give a name such as production";
        if (text.Length > Longest)
            return $"it has {text.Length} characters, a name has at most {Longest}";
        if (text.Any(char.IsControl) || text.Trim().Length != text.Length)
            return $"{Show(text)} has control characters, or blanks around it. Give a name such as production";
        return WildcardPattern.ContainsWildcardCharacters(text) ? $"{Show(text)} has wildcards, so it couldn't be found by its name" : null;
    }
}
