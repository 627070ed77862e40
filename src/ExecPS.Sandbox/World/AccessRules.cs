using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>What people may do with scenarios: by owning them, by what is shared with them, their groups or everybody.</summary>
/// <param name="assignments">Who was given a scenario may see it.</param>
internal sealed class AccessRules(IReadOnlyList<Assignment> assignments)
{
    private readonly Lazy<HashSet<(User, ScenarioRef)>> _given = new(() => [.. assignments.Select(assignment => (assignment.User!, assignment.Scenario!))]);

    public AccessLevel LevelOf(Person person, ScenarioEntry scenario)
    {
        if (scenario.Owner?.User == person.User)
            return AccessLevel.Edit;

        var level = scenario.Facts.Visibility == Visibility.Workspace ? scenario.Facts.WorkspaceLevel : AccessLevel.None;
        foreach (var group in person.Groups)
        {
            if (scenario.Shares.TryGetValue(group, out var shared) && shared > level)
                level = shared;
        }

        return level == AccessLevel.None && _given.Value.Contains((person.User, scenario.Ref)) ? AccessLevel.View : level;
    }
}
