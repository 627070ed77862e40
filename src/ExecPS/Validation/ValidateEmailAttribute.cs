using System.Globalization;

namespace ExecPS.Validation;

/// <summary>Takes email addresses, loosely: what is refused can't be one, or couldn't be sent as one value.</summary>
public sealed class ValidateEmailAttribute : ValidateEachAttribute
{
    private const int Longest = 254;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty. Give an email address such as jane@acme.com, or leave the parameter out";
        if (text.Contains(','))
            return $"{Show(text)} contains a comma. Give several addresses as several values: 'jane@acme.com', 'bob@acme.com'";
        if (text.Length > Longest)
            return $"it has {text.Length} characters, an email address has at most {Longest}";

        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && text.IndexOf('@') == at && text.All(IsOfAddress)
            ? null
            : $"{Show(text)} isn't an email address such as jane@acme.com. For patterns and names pipe the command into Where-Object";
    }

    private static bool IsOfAddress(char character) =>
        !char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format) && "*?[]()<>\\\"/:;".IndexOf(character) < 0;
}
