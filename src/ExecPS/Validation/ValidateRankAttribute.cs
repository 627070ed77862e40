namespace ExecPS.Validation;

/// <summary>Validates ranks that the API accepts.</summary>
/// <param name="allowUnranked">Whether Unranked is valid.</param>
public sealed class ValidateRankAttribute(bool allowUnranked = true) : ValidateEachAttribute
{
    private protected override string? FindProblem(object value) =>
        value is Rank rank && rank != Rank.Unknown && (allowUnranked || rank != Rank.Unranked)
            ? null
            : $"'{value}' isn't a valid rank here. Valid values: {(allowUnranked ? "Unranked, " : "")}Bronze, Silver, Gold";
}
