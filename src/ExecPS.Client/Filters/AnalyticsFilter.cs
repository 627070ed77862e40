namespace ExecPS.Client.Filters;

/// <summary>Which sessions count in the analytics of a scenario (<see cref="ExecClient.GetScenarioAnalyticsAsync"/>, <see cref="ExecClient.ListScenarioParticipants(string, AnalyticsFilter?)"/>). Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>A value with a comma can't be asked for where the API takes several: it separates values by it.</remarks>
public sealed record AnalyticsFilter
{
    /// <summary>Identifiers of users (<c>user_ids</c>); united with <see cref="UserEmails"/>.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); united with <see cref="UserIds"/>.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>Identifiers of groups that the user belongs to (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>Only sessions from this time on, to the second (<c>start_date</c>); one of unspecified kind is local.</summary>
    public DateTime? After { get; init; }

    /// <summary>Only sessions up to this time, to the second (<c>end_date</c>); one of unspecified kind is local.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Whether to leave out system users, whose email addresses end in <c>@exec.com</c> (<c>exclude_system_users</c>).</summary>
    public bool ExcludeSystemUsers { get; init; }

    /// <summary>What the participants are sorted by (<c>sorting</c>); null for the API's order, the best score first. Of no meaning for the figures of the whole scenario.</summary>
    public ParticipantSort? SortBy { get; init; }

    /// <summary>Whether to sort downwards; counts with <see cref="SortBy"/> alone.</summary>
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
