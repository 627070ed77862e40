namespace ExecPS.Validation;

/// <summary>Takes texts that the API searches for, as they are.</summary>
public sealed class ValidateSearchTextAttribute : ValidateEachAttribute
{
    private const int Longest = 500;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Specify a part of the name, or omit the parameter";
        if (text.Length > Longest)
            return $"it has {text.Length} characters; a search text has at most {Longest}";
        if (text.Contains('*'))
            return $"{Show(text)} contains '*'. The parameter searches for text and doesn't support wildcards. Specify a part of the text without '*'";
        return text.Any(char.IsControl) ? $"{Show(text)} contains control characters" : null;
    }
}
