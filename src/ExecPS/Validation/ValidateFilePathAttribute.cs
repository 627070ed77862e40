namespace ExecPS.Validation;

/// <summary>Validates the text of a path of a file. Wildcard characters are ordinary characters.</summary>
public sealed class ValidateFilePathAttribute : ValidateEachAttribute
{
    private const int Longest = 32767;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Specify the path of a file";
        return text.Length > Longest ? FormattableString.Invariant($"it has {text.Length} characters; a path has at most {Longest}") : null;
    }
}
