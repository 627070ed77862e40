using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListSessions(SessionFilter?)"/> may be narrowed by. Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>A value with a comma can't be asked for where the API takes several: it separates values by it.</remarks>
public sealed record SessionFilter
{
    /// <summary>Identifiers of users (<c>user_ids</c>); united with <see cref="UserEmails"/>.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); united with <see cref="UserIds"/>.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>Identifiers of scenarios (<c>scenario_ids</c>).</summary>
    public IReadOnlyList<string> ScenarioIds { get; init; } = [];

    /// <summary>Identifiers of collections that the scenario belongs to (<c>collection_ids</c>).</summary>
    public IReadOnlyList<string> CollectionIds { get; init; } = [];

    /// <summary>Identifiers of skills that the scenario evaluates (<c>skill_ids</c>).</summary>
    public IReadOnlyList<string> SkillIds { get; init; } = [];

    /// <summary>Identifiers of programs (<c>program_ids</c>).</summary>
    public IReadOnlyList<string> ProgramIds { get; init; } = [];

    /// <summary>Identifiers of groups that the user belongs to (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>Ranks (<c>rank</c>).</summary>
    public IReadOnlyList<Rank> Ranks { get; init; } = [];

    /// <summary>Only sessions created from this time on, to the second (<c>start_date</c>); one of unspecified kind is local.</summary>
    public DateTime? After { get; init; }

    /// <summary>Only sessions created up to this time, to the second (<c>end_date</c>); one of unspecified kind is local.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Whether to leave out system users, whose email addresses end in <c>@exec.com</c> (<c>exclude_system_users</c>).</summary>
    public bool ExcludeSystemUsers { get; init; }

    /// <summary>What the sessions are sorted by (<c>sorting</c>); null for the API's order, the newest first. Where several requests are needed, each has its own order.</summary>
    public SessionSort? SortBy { get; init; }

    /// <summary>Whether to sort downwards; counts with <see cref="SortBy"/> alone.</summary>
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
