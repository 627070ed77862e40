namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListSkillProficiency(string, SkillProficiencyFilter?)"/> may be narrowed by. Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>A value with a comma can't be asked for where the API takes several: it separates values by it.</remarks>
public sealed record SkillProficiencyFilter
{
    /// <summary>Identifiers of users (<c>user_ids</c>); united with <see cref="UserEmails"/>.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); united with <see cref="UserIds"/>.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>Identifiers of groups that the user belongs to (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>The time whose proficiency is asked for, to the second (<c>end_date</c>); null for now; one of unspecified kind is local.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Whether to leave out system users, whose email addresses end in <c>@exec.com</c> (<c>exclude_system_users</c>).</summary>
    public bool ExcludeSystemUsers { get; init; }

    internal FilterQuery ToQuery() => new FilterQuery()
        .Add("user_ids", UserIds, axis: "user")
        .Add("user_emails", UserEmails, axis: "user")
        .Add("group_ids", GroupIds)
        .AddSingle("end_date", ApiTime.UpTo(AsOf))
        .AddSwitch("exclude_system_users", ExcludeSystemUsers);
}
