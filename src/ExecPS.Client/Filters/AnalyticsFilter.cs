namespace ExecPS.Client.Filters;

/// <summary>Filters the sessions that are included in the analytics of a scenario (<see cref="ExecClient.GetScenarioAnalyticsAsync"/>, <see cref="ExecClient.ListScenarioParticipants(string, AnalyticsFilter?)"/>). Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>Where the API accepts several values, a value can't contain a comma, because the API separates values by commas.</remarks>
public sealed record AnalyticsFilter
{
    /// <summary>IDs of users (<c>user_ids</c>); combined with <see cref="UserEmails"/> by OR.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); combined with <see cref="UserIds"/> by OR.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>IDs of groups that the user belongs to (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>Includes only sessions at or after this time, to the second (<c>start_date</c>); a time of unspecified kind is local.</summary>
    public DateTime? After { get; init; }

    /// <summary>Includes only sessions at or before this time, to the second (<c>end_date</c>); a time of unspecified kind is local.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Whether to exclude system users, whose email addresses end in <c>@exec.com</c> (<c>exclude_system_users</c>).</summary>
    public bool ExcludeSystemUsers { get; init; }

    /// <summary>The sort order of the participants (<c>sorting</c>); null for the API's order, the best score first. Not used for the summary of the scenario.</summary>
    public ParticipantSort? SortBy { get; init; }

    /// <summary>Whether to sort in descending order; used only with <see cref="SortBy"/>.</summary>
    public bool Descending { get; init; }

    internal FilterQuery ToQuery() => new FilterQuery()
        .Add("user_ids", UserIds, axis: "user")
        .Add("user_emails", UserEmails, axis: "user")
        .Add("group_ids", GroupIds)
        .AddSingle("start_date", ApiTime.From(After))
        .AddSingle("end_date", ApiTime.UpTo(Before))
        .AddSwitch("exclude_system_users", ExcludeSystemUsers);

    internal FilterQuery ToSortedQuery() => ToQuery().AddSingle("sorting", SortTerm.Of(SortBy, Descending));
}
