namespace ExecPS.Validation;

/// <summary>Takes identifiers of the API: letters, digits, '-' and '_'. Anything else would ask for something else.</summary>
public sealed class ValidateIdAttribute : ValidateEachAttribute
{
    private const int Longest = 128;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Give an identifier such as a1b2c3d4e5f6, or leave the parameter out";
        if (text.Contains(','))
            return $"{Show(text)} contains a comma. Give several identifiers as several values: 'a1b2c3d4e5f6', 'f6e5d4c3b2a1'";
        if (text.Length > Longest)
            return $"it has {text.Length} characters, an identifier has at most {Longest}";
        return text.All(IsOfIdentifier)
            ? null
            : $"{Show(text)} isn't an identifier, which has letters, digits, '-' and '_' alone. For patterns and other properties pipe the command into Where-Object";
    }

    private static bool IsOfIdentifier(char character) =>
        character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_';
}
