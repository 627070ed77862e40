namespace ExecPS.Validation;

/// <summary>Validates text that is sent to the API: not empty, and not longer than the API accepts.</summary>
/// <param name="longest">The most characters.</param>
public sealed class ValidateTextAttribute(int longest) : ValidateEachAttribute
{
    /// <summary>Whether empty text is valid. It isn't sent.</summary>
    public bool AllowEmpty { get; set; }

    private protected override bool AllowInvisible => true;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (!AllowEmpty && string.IsNullOrWhiteSpace(text))
            return "it is empty";
        return text.Length > longest ? FormattableString.Invariant($"it has {text.Length:N0} characters; the maximum is {longest:N0}") : null;
    }
}
