using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>listAssignments</c> can be narrowed by.</summary>
internal static class AssignmentConditions
{
    private static readonly HashSet<string> s_statuses = new(ApiEnum<AssignmentStatus>.Names.Select(entry => entry.ApiName), StringComparer.Ordinal);

    /// <exception cref="ApiProblem">A status isn't one of the API's.</exception>
    public static RowFilter<Assignment> From(ApiQuery query)
    {
        if (query.Values("status").FirstOrDefault(status => !s_statuses.Contains(status)) is { } unknown)
            throw ApiProblem.InvalidStatus(unknown);

        return new Conditions<Assignment>(query)
            .AnyOf(
                ("user_ids", row => row.UserId, StringComparer.Ordinal),
                ("user_emails", row => row.UserEmail, StringComparer.OrdinalIgnoreCase))
            .AnyOf("scenario_ids", row => row.ScenarioId)
            .AnyOf("program_ids", row => row.ProgramId)
            .AnyOf("status", row => row.Status is { } status and not AssignmentStatus.Unknown ? ApiEnum<AssignmentStatus>.ToApiName(status) : null)
            .ToFilter();
    }
}
