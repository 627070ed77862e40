using ExecPS.Client.Models;

namespace ExecPS.Validation;

/// <summary>Takes ranks that the API can be asked for.</summary>
public sealed class ValidateRankAttribute : ValidateEachAttribute
{
    private protected override string? FindProblem(object value) =>
        value is Rank rank && rank != Rank.Unknown ? null : "Unknown stands for ranks that this version doesn't know, and can't be asked for. Give Unranked, Bronze, Silver or Gold";
}
