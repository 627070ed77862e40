using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListScenarios(ScenarioFilter?)"/> may be narrowed by. Values of one property are alternatives; properties narrow each other.</summary>
/// <remarks>
/// Of owners, viewers and visibilities the API takes one a request, so several make several requests. A value with a comma
/// can't be asked for where it takes more: it separates values by it.
/// </remarks>
public sealed record ScenarioFilter
{
    /// <summary>Email addresses of owners (<c>owner_email</c>).</summary>
    public IReadOnlyList<string> OwnerEmails { get; init; } = [];

    /// <summary>Email addresses of users who may see the scenario, as its owner or because it is shared with them, a group of theirs or the workspace (<c>visible_to_email</c>).</summary>
    public IReadOnlyList<string> VisibleToEmails { get; init; } = [];

    /// <summary>Who may see the scenario (<c>visibility</c>): <see cref="Visibility.Private"/>, <see cref="Visibility.Workspace"/>.</summary>
    public IReadOnlyList<Visibility> Visibilities { get; init; } = [];

    /// <summary>Identifiers of skills that the scenario evaluates (<c>skill_ids</c>).</summary>
    public IReadOnlyList<string> SkillIds { get; init; } = [];

    /// <summary>Identifiers of collections that the scenario belongs to (<c>collection_ids</c>).</summary>
    public IReadOnlyList<string> CollectionIds { get; init; } = [];

    /// <summary>Whether archived scenarios come too (<c>include_archived</c>).</summary>
    public bool IncludeArchived { get; init; }

    /// <summary>Whether each scenario brings its skills (<c>include=skills</c>).</summary>
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
