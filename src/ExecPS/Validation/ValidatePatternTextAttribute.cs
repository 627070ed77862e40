namespace ExecPS.Validation;

/// <summary>Validates names with wildcards.</summary>
public sealed class ValidatePatternTextAttribute : ValidateEachAttribute
{
    private const int Longest = 1000;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Specify a name, which can contain wildcards, or omit the parameter";
        if (text.Length > Longest)
            return $"it has {text.Length} characters; a pattern has at most {Longest}";

        try
        {
            WildcardPattern.Get(text, WildcardOptions.IgnoreCase).IsMatch("");
            return null;
        }
        catch (WildcardPatternException)
        {
            return $"{Show(text)} isn't a valid pattern. Wildcards are *, ?, and [a-z]. To match a bracket, write `[";
        }
    }
}
