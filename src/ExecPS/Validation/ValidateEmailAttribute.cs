namespace ExecPS.Validation;

/// <summary>Validates email addresses, loosely: rejects what can't be one, or can't be sent as one value.</summary>
public sealed class ValidateEmailAttribute : ValidateEachAttribute
{
    private const int Longest = 254;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Specify an email address such as jane@acme.com, or omit the parameter";
        if (text.Contains(','))
            return $"{Show(text)} contains a comma. Specify several addresses as several values: 'jane@acme.com', 'bob@acme.com'";
        if (text.Length > Longest)
            return $"it has {text.Length} characters; an email address has at most {Longest}";

        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && text.IndexOf('@') == at && text.All(IsValid)
            ? null
            : $"{Show(text)} isn't an email address such as jane@acme.com. To use a name or a pattern, pipe the users into the command: Get-ExecMember 'Jane*' | ...";
    }

    private static bool IsValid(char character) => character != ' ' && "*?[]()<>\\\"/:;".IndexOf(character) < 0;
}
