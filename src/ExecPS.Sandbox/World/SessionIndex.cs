namespace ExecPS.Sandbox.World;

/// <summary>All sessions, with lookups.</summary>
internal sealed class SessionIndex
{
    private readonly Lazy<Dictionary<string, SessionEntry>> _byId;
    private readonly Lazy<ILookup<Assignment?, SessionEntry>> _byAssignment;
    private readonly Dictionary<ScenarioRef, IReadOnlyList<SessionEntry>> _byScenario;

    /// <param name="all">The sessions, newest first.</param>
    public SessionIndex(IReadOnlyList<SessionEntry> all)
    {
        All = all;
        _byScenario = all.GroupBy(session => session.Scenario.Ref).ToDictionary(group => group.Key, group => (IReadOnlyList<SessionEntry>)[.. group]);
        _byId = new(() => all.ToDictionary(session => session.Id, StringComparer.Ordinal));
        _byAssignment = new(() => all.ToLookup(session => session.Assignment));
    }

    /// <summary>The sessions, newest first.</summary>
    public IReadOnlyList<SessionEntry> All { get; }

    /// <summary>Finds a session by ID.</summary>
    public SessionEntry? Find(string id) => _byId.Value.TryGetValue(id, out var session) ? session : null;

    /// <summary>The sessions of a scenario, newest first.</summary>
    public IReadOnlyList<SessionEntry> Of(ScenarioEntry scenario) => _byScenario.TryGetValue(scenario.Ref, out var sessions) ? sessions : [];

    /// <summary>The sessions of an assignment, newest first.</summary>
    public IEnumerable<SessionEntry> Of(Assignment assignment) => _byAssignment.Value[assignment];
}
