using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListAssignments(AssignmentFilter?)"/> may be narrowed by. Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>A value with a comma can't be asked for: the API separates values by it.</remarks>
public sealed record AssignmentFilter
{
    /// <summary>Identifiers of users (<c>user_ids</c>); united with <see cref="UserEmails"/>.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); united with <see cref="UserIds"/>.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>Identifiers of scenarios (<c>scenario_ids</c>).</summary>
    public IReadOnlyList<string> ScenarioIds { get; init; } = [];

    /// <summary>Identifiers of programs (<c>program_ids</c>).</summary>
    public IReadOnlyList<string> ProgramIds { get; init; } = [];

    /// <summary>Statuses (<c>status</c>).</summary>
    public IReadOnlyList<AssignmentStatus> Statuses { get; init; } = [];

    internal FilterQuery ToQuery() => new FilterQuery()
        .Add("user_ids", UserIds, axis: "user")
        .Add("user_emails", UserEmails, axis: "user")
        .Add("scenario_ids", ScenarioIds)
        .Add("program_ids", ProgramIds)
        .Add("status", Statuses.Select(ApiEnum<AssignmentStatus>.ToApiName));
}
