namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListScenarios(ScenarioFilter?)"/>. Values of one property are combined with OR, and properties with AND.</summary>
/// <remarks>
/// The API accepts one owner, one viewer, and one visibility per request, so several values need several requests. Where it
/// accepts several values, a value can't contain a comma, because the API separates values by commas.
/// </remarks>
public sealed record ScenarioFilter
{
    /// <summary>Email addresses of owners (<c>owner_email</c>).</summary>
    public IReadOnlyList<string> OwnerEmails { get; init; } = [];

    /// <summary>Email addresses of users who can see the scenario, as its owner or because it is shared with them, one of their groups, or the workspace (<c>visible_to_email</c>).</summary>
    public IReadOnlyList<string> VisibleToEmails { get; init; } = [];

    /// <summary>Who can see the scenario (<c>visibility</c>): <see cref="Visibility.Private"/>, <see cref="Visibility.Workspace"/>.</summary>
    public IReadOnlyList<Visibility> Visibilities { get; init; } = [];

    /// <summary>IDs of skills that the scenario evaluates (<c>skill_ids</c>).</summary>
    public IReadOnlyList<string> SkillIds { get; init; } = [];

    /// <summary>IDs of collections that the scenario belongs to (<c>collection_ids</c>).</summary>
    public IReadOnlyList<string> CollectionIds { get; init; } = [];

    /// <summary>Whether to include archived scenarios (<c>include_archived</c>).</summary>
    public bool IncludeArchived { get; init; }

    /// <summary>Whether to include the skills each scenario evaluates (<c>include=skills</c>).</summary>
    public bool IncludeSkills { get; init; }

    internal FilterQuery ToQuery() => new FilterQuery()
        .AddSingle("owner_email", OwnerEmails)
        .AddSingle("visible_to_email", VisibleToEmails)
        .AddSingle("visibility", Visibilities.Select(ApiEnum<Visibility>.ToApiName))
        .Add("skill_ids", SkillIds)
        .Add("collection_ids", CollectionIds)
        .AddSwitch("include_archived", IncludeArchived)
        .AddSingle("include", IncludeSkills ? "skills" : null);
}
