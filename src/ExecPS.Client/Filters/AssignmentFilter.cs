namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListAssignments(AssignmentFilter?)"/>. Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>A value can't contain a comma, because the API separates values by commas.</remarks>
public sealed record AssignmentFilter
{
    /// <summary>IDs of users (<c>user_ids</c>); combined with <see cref="UserEmails"/> by OR.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); combined with <see cref="UserIds"/> by OR.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>IDs of scenarios (<c>scenario_ids</c>).</summary>
    public IReadOnlyList<string> ScenarioIds { get; init; } = [];

    /// <summary>IDs of programs (<c>program_ids</c>).</summary>
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
