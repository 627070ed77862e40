using ExecPS.Client.Http;

namespace ExecPS.Validation;

/// <summary>Validates paths below the API's address.</summary>
public sealed class ValidatePathAttribute : ValidateEachAttribute
{
    private const int Longest = 1000;

    private protected override string? FindProblem(object value)
    {
        var text = value as string ?? "";
        if (text.Length > Longest)
            return $"it has {text.Length} characters; a path has at most {Longest}";
        return RawPath.Validate(text) is { } problem ? $"it {problem}. Specify a path relative to the address of the API, such as /scenarios" : null;
    }
}
