using System.Management.Automation;

namespace ExecPS.Validation;

/// <summary>Takes names with wildcards: patterns that can be read.</summary>
public sealed class ValidatePatternTextAttribute : ValidateEachAttribute
{
    private const int Longest = 1000;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Give a name, with wildcards where wanted, or leave the parameter out";
        if (text.Length > Longest)
            return $"it has {text.Length} characters, a pattern has at most {Longest}";
        if (text.Any(char.IsControl))
            return $"{Show(text)} has control characters";

        try
        {
            WildcardPattern.Get(text, WildcardOptions.IgnoreCase).IsMatch("");
            return null;
        }
        catch (WildcardPatternException)
        {
            return $"{Show(text)} isn't a pattern. Wildcards are *, ? and [a-z]; write `[ for the bracket itself";
        }
    }
}
