namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListSessions(SessionFilter?)"/>. Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>Where the API accepts several values, a value can't contain a comma, because the API separates values by commas.</remarks>
public sealed record SessionFilter
{
    /// <summary>IDs of users (<c>user_ids</c>); combined with <see cref="UserEmails"/> by OR.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); combined with <see cref="UserIds"/> by OR.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>IDs of scenarios (<c>scenario_ids</c>).</summary>
    public IReadOnlyList<string> ScenarioIds { get; init; } = [];

    /// <summary>IDs of collections that the scenario belongs to (<c>collection_ids</c>).</summary>
    public IReadOnlyList<string> CollectionIds { get; init; } = [];

    /// <summary>IDs of skills that the scenario evaluates (<c>skill_ids</c>).</summary>
    public IReadOnlyList<string> SkillIds { get; init; } = [];

    /// <summary>IDs of programs (<c>program_ids</c>).</summary>
    public IReadOnlyList<string> ProgramIds { get; init; } = [];

    /// <summary>IDs of groups that the user belongs to (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>Ranks (<c>rank</c>).</summary>
    public IReadOnlyList<Rank> Ranks { get; init; } = [];

    /// <summary>Includes only sessions created at or after this time, to the second (<c>start_date</c>); a time of unspecified kind is local.</summary>
    public DateTime? After { get; init; }

    /// <summary>Includes only sessions created at or before this time, to the second (<c>end_date</c>); a time of unspecified kind is local.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Whether to exclude system users, whose email addresses end in <c>@exec.com</c> (<c>exclude_system_users</c>).</summary>
    public bool ExcludeSystemUsers { get; init; }

    /// <summary>The sort order (<c>sorting</c>); null for the API's order, the newest first. If several requests are needed, each is sorted separately.</summary>
    public SessionSort? SortBy { get; init; }

    /// <summary>Whether to sort in descending order; used only with <see cref="SortBy"/>.</summary>
    public bool Descending { get; init; }

    internal FilterQuery ToQuery() => new FilterQuery()
        .Add("user_ids", UserIds, axis: "user")
        .Add("user_emails", UserEmails, axis: "user")
        .Add("scenario_ids", ScenarioIds)
        .Add("collection_ids", CollectionIds)
        .Add("skill_ids", SkillIds)
        .Add("program_ids", ProgramIds)
        .Add("group_ids", GroupIds)
        .Add("rank", Ranks.Select(OrderedNames<Rank>.ToApiName))
        .AddSingle("start_date", ApiTime.From(After))
        .AddSingle("end_date", ApiTime.UpTo(Before))
        .AddSwitch("exclude_system_users", ExcludeSystemUsers)
        .AddSingle("sorting", SortTerm.Of(SortBy, Descending));
}
