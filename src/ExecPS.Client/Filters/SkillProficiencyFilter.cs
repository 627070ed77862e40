namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListSkillProficiency(string, SkillProficiencyFilter?)"/>. Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>Where the API accepts several values, a value can't contain a comma, because the API separates values by commas.</remarks>
public sealed record SkillProficiencyFilter
{
    /// <summary>IDs of users (<c>user_ids</c>); combined with <see cref="UserEmails"/> by OR.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Email addresses of users (<c>user_emails</c>); combined with <see cref="UserIds"/> by OR.</summary>
    public IReadOnlyList<string> UserEmails { get; init; } = [];

    /// <summary>IDs of groups that the user belongs to (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>The time for which the proficiency is calculated, to the second (<c>end_date</c>); null for now; a time of unspecified kind is local.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Whether to exclude system users, whose email addresses end in <c>@exec.com</c> (<c>exclude_system_users</c>).</summary>
    public bool ExcludeSystemUsers { get; init; }

    internal FilterQuery ToQuery() => new FilterQuery()
        .Add("user_ids", UserIds, axis: "user")
        .Add("user_emails", UserEmails, axis: "user")
        .Add("group_ids", GroupIds)
        .AddSingle("end_date", ApiTime.UpTo(AsOf))
        .AddSwitch("exclude_system_users", ExcludeSystemUsers);
}
