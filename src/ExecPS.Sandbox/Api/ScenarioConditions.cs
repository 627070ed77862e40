using ExecPS.Client.Models;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>listScenarios</c> can be narrowed by.</summary>
internal static class ScenarioConditions
{
    private static readonly string[] s_visibilities = ["private", "workspace"];

    /// <exception cref="ApiProblem">A value isn't one of the API's.</exception>
    public static RowSelection<ScenarioEntry> From(ApiRequest request, SandboxWorkspace world)
    {
        var conditions = new Conditions<ScenarioEntry>(request)
            .Known("visibility", s_visibilities, scenario => ApiNames.Of<Visibility>(scenario.Facts.Visibility))
            .AnyOfMany("skill_ids", scenario => scenario.SkillIds)
            .AnyOfMany("collection_ids", scenario => scenario.CollectionIds);
        if (request.Text("owner_email") is { } owner)
            conditions.Where(scenario => string.Equals(scenario.Owner?.User.Email, owner, StringComparison.OrdinalIgnoreCase));
        if (request.Text("visible_to_email") is { } email)
            conditions.Where(world.MemberByEmail(email) is { } person ? scenario => world.Access.LevelOf(person, scenario) >= AccessLevel.View : _ => false);
        if (!request.Flag("include_archived"))
            conditions.Where(scenario => !scenario.IsArchived);
        return conditions.ToSelection();
    }
}
