using ExecPS.Client.Models;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>listAssignments</c> can be narrowed by.</summary>
internal static class AssignmentConditions
{
    /// <exception cref="ApiProblem">A status isn't one of the API's.</exception>
    public static RowSelection<Assignment> From(ApiRequest request) => new Conditions<Assignment>(request)
        .AnyOf(
            ("user_ids", row => row.UserId, StringComparer.Ordinal),
            ("user_emails", row => row.UserEmail, StringComparer.OrdinalIgnoreCase))
        .AnyOf("scenario_ids", row => row.ScenarioId)
        .AnyOf("program_ids", row => row.ProgramId)
        .AnyKnown("status", ApiNames.Of<AssignmentStatus>(), row => ApiNames.Of(row.Status))
        .ToSelection();
}
