using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>The filters of <c>listScenarios</c>.</summary>
internal static class ScenarioFilters
{
    private static readonly string[] s_visibilities = ["private", "workspace"];

    /// <exception cref="ApiProblem">A value isn't valid.</exception>
    public static RowSelection<ScenarioEntry> From(ApiRequest request)
    {
        var state = request.State;
        var filters = new FilterBuilder<ScenarioEntry>(request)
            .Known("visibility", s_visibilities, scenario => ApiNames.Of<Visibility>(scenario.Definition.Visibility))
            .AnyOfMany("skill_ids", scenario => scenario.SkillIds)
            .AnyOfMany("collection_ids", scenario => scenario.CollectionIds);
        if (request.Text("owner_email") is { } owner)
            filters.Where(scenario => string.Equals(scenario.Owner?.User.Email, owner, StringComparison.OrdinalIgnoreCase));
        if (request.Text("visible_to_email") is { } email)
            filters.Where(state.Sample.MemberByEmail(email) is { } person ? scenario => state.Access.LevelOf(person, scenario) >= AccessLevel.View : _ => false);
        if (!request.Flag("include_archived"))
            filters.Where(scenario => !scenario.IsArchived);
        return filters.ToSelection();
    }
}
