using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.State;

/// <summary>One immutable snapshot of the workspace. Each write returns a new one.</summary>
internal sealed record WorkspaceState
{
    // Null until the first write, so that unused sample data isn't generated.
    private IReadOnlyList<ScenarioEntry>? _scenarios;
    private IReadOnlyDictionary<string, JobEntry>? _jobs;
    private KnowledgeHub? _knowledge;

    // Never changed in place: a state that shares them can still be read.
    private Dictionary<string, string> _jobIds = [];
    private Dictionary<string, string> _studioSessionIds = [];
    private List<ScheduledChange> _scheduled = [];
    private int _idCount;

    public WorkspaceState(SampleWorkspace sample)
    {
        Sample = sample;
        Assignments = sample.Assignments;
        Access = new(sample.Assignments);
    }

    /// <summary>The data that no write changes: members, groups, skills, collections, and sessions.</summary>
    public SampleWorkspace Sample { get; }

    /// <summary>The assignments, newest first.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private init; }

    public AccessRules Access { get; private init; }

    /// <summary>The scenarios with archived ones, newest first.</summary>
    public IReadOnlyList<ScenarioEntry> Scenarios => _scenarios ?? Sample.ScenarioEntries;

    public KnowledgeHub Knowledge => _knowledge ?? Sample.Knowledge;

    private IReadOnlyDictionary<string, JobEntry> Jobs => _jobs ?? Sample.Jobs;

    /// <summary>Whether no scheduled change is due.</summary>
    public bool IsCurrent(DateTimeOffset now) => _scheduled.Count == 0 || _scheduled[0].Due > now;

    /// <summary>Applies the scheduled changes that are due, in order.</summary>
    public WorkspaceState At(DateTimeOffset now)
    {
        var state = this;
        while (!state.IsCurrent(now))
        {
            var next = state._scheduled[0];
            state = next.Apply(state with { _scheduled = [.. state._scheduled.Skip(1)] });
        }

        return state;
    }

    /// <summary>Schedules a change. Changes that are due at the same time are applied in the order of this call.</summary>
    public WorkspaceState Schedule(DateTimeOffset due, Func<WorkspaceState, WorkspaceState> apply)
    {
        List<ScheduledChange> scheduled = [.. _scheduled];
        scheduled.Insert(scheduled.FindLastIndex(change => change.Due <= due) + 1, new(due, apply));
        return this with { _scheduled = scheduled };
    }

    /// <summary>Takes a new ID. The same writes to an equal workspace give the same IDs.</summary>
    public WorkspaceState TakeId(out string id)
    {
        id = IdSource.Text(SeededRandom.For(Sample.Seed, FormattableString.Invariant($"write {_idCount}")).Next());
        return this with { _idCount = _idCount + 1 };
    }

    public ScenarioEntry? Scenario(string id) => Scenarios.FirstOrDefault(scenario => scenario.Ref.Id == id);

    public ScenarioEntry? ScenarioBySlug(string slug) => Scenarios.FirstOrDefault(scenario => scenario.Ref.Slug == slug);

    public JobEntry? Job(string id) => Jobs.TryGetValue(id, out var job) ? job : null;

    public string? JobIdOf(string requestId) => _jobIds.TryGetValue(requestId, out var id) ? id : null;

    public string? StudioSessionIdOf(string requestId) => _studioSessionIds.TryGetValue(requestId, out var id) ? id : null;

    /// <summary>Adds an assignment, which also lets its user view the scenario.</summary>
    public WorkspaceState Add(Assignment assignment) => WithAssignments([assignment, .. Assignments]);

    /// <summary>Replaces the assignment that has the same ID.</summary>
    public WorkspaceState Replace(Assignment assignment) => WithAssignments([.. Assignments.Select(row => row.Id == assignment.Id ? assignment : row)]);

    public WorkspaceState Grant(Person person, ScenarioEntry scenario, AccessLevel level)
    {
        var access = Access.Grant(person, scenario, level);
        return ReferenceEquals(access, Access) ? this : this with { Access = access };
    }

    public WorkspaceState Add(ScenarioEntry scenario) => this with { _scenarios = [scenario, .. Scenarios] };

    /// <summary>Adds a job, or replaces the one that has the same ID.</summary>
    public WorkspaceState Put(JobEntry job) => this with { _jobs = With(Jobs, job.Id, job) };

    public WorkspaceState RememberJob(string requestId, string id) => this with { _jobIds = With(_jobIds, requestId, id) };

    public WorkspaceState RememberStudioSession(string requestId, string id) => this with { _studioSessionIds = With(_studioSessionIds, requestId, id) };

    public WorkspaceState With(KnowledgeHub knowledge) => this with { _knowledge = knowledge };

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> entries, string key, T value)
    {
        var changed = new Dictionary<string, T>(entries.Count + 1, StringComparer.Ordinal);
        foreach (var entry in entries)
            changed.Add(entry.Key, entry.Value);
        changed[key] = value;
        return changed;
    }

    private WorkspaceState WithAssignments(IReadOnlyList<Assignment> assignments) =>
        this with { Assignments = assignments, Access = Access.With(assignments) };
}
