namespace ExecPS.Sandbox.Api;

/// <summary>The filters of <c>listAssignments</c>.</summary>
internal static class AssignmentFilters
{
    /// <exception cref="ApiProblem">A value isn't valid.</exception>
    public static RowSelection<Assignment> From(ApiRequest request) => new FilterBuilder<Assignment>(request)
        .AnyOf(
            ("user_ids", row => row.UserId, StringComparer.Ordinal),
            ("user_emails", row => row.UserEmail, StringComparer.OrdinalIgnoreCase))
        .AnyOf("scenario_ids", row => row.ScenarioId)
        .AnyOf("program_ids", row => row.ProgramId)
        .AnyKnown("status", ApiNames.Of<AssignmentStatus>(), row => ApiNames.Of(row.Status))
        .ToSelection();
}
