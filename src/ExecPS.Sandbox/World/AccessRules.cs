namespace ExecPS.Sandbox.World;

/// <summary>Users' permissions for scenarios: from ownership, grants, assignments, their groups, and the scenario's visibility.</summary>
internal sealed class AccessRules
{
    private readonly IReadOnlyDictionary<(User, ScenarioRef), AccessLevel> _grants;

    /// <summary>The scenarios that a user has an assignment of; the user can view them.</summary>
    private readonly Lazy<HashSet<(User, ScenarioRef)>> _assigned;

    public AccessRules(IReadOnlyList<Assignment> assignments)
        : this(assignments, new Dictionary<(User, ScenarioRef), AccessLevel>())
    {
    }

    private AccessRules(IReadOnlyList<Assignment> assignments, IReadOnlyDictionary<(User, ScenarioRef), AccessLevel> grants)
    {
        (Assignments, _grants) = (assignments, grants);
        _assigned = new(() => [.. assignments.Select(assignment => (assignment.User!, assignment.Scenario!))]);
    }

    private IReadOnlyList<Assignment> Assignments { get; }

    public AccessRules With(IReadOnlyList<Assignment> assignments) => new(assignments, _grants);

    /// <summary>Grants a user a level, instead of an earlier grant for the same scenario. Granting the same level again changes nothing.</summary>
    public AccessRules Grant(Person person, ScenarioEntry scenario, AccessLevel level)
    {
        if (_grants.TryGetValue((person.User, scenario.Ref), out var existing) && existing == level)
            return this;

        var grants = _grants.ToDictionary(grant => grant.Key, grant => grant.Value);
        grants[(person.User, scenario.Ref)] = level;
        return new(Assignments, grants);
    }

    public AccessLevel LevelOf(Person person, ScenarioEntry scenario)
    {
        if (scenario.Owner?.User == person.User)
            return AccessLevel.Edit;

        var level = scenario.Definition.Visibility == Visibility.Workspace ? scenario.Definition.WorkspaceLevel : AccessLevel.None;
        if (_grants.TryGetValue((person.User, scenario.Ref), out var granted) && granted > level)
            level = granted;
        foreach (var group in person.Groups)
        {
            if (scenario.Shares.TryGetValue(group, out var shared) && shared > level)
                level = shared;
        }

        return level == AccessLevel.None && _assigned.Value.Contains((person.User, scenario.Ref)) ? AccessLevel.View : level;
    }
}
