using ExecPS.Sandbox.State;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox;

/// <summary>An Exec workspace in memory: the sample data of a fictional company, and what requests have changed since.</summary>
/// <remarks>
/// The state is immutable and replaced by each write, so every read sees one consistent snapshot. Background work, such as
/// scenario jobs, progresses with the clock; there are no timers. This type is thread-safe.
/// </remarks>
public sealed class SandboxWorkspace
{
    private readonly object _writing = new();
    private readonly TimeProvider _clock;
    private volatile WorkspaceState _state;

    /// <summary>Creates a workspace.</summary>
    /// <param name="options">The settings, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of assignments is negative.</exception>
    public SandboxWorkspace(SandboxOptions? options = null)
    {
        options ??= new();
        if (options.AssignmentCount < 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.AssignmentCount, "The number of assignments can't be negative.");

        _clock = options.Clock;
        Sample = new(options.AssignmentCount, _clock.GetUtcNow(), options.Seed);
        _state = new(Sample);
    }

    /// <summary>The workspace's name, ID, and creation date.</summary>
    public Workspace Workspace => Sample.Workspace;

    /// <summary>The members, without Exec's own.</summary>
    public IReadOnlyList<User> Users => Sample.Users;

    /// <summary>The scenarios of the sample data.</summary>
    public IReadOnlyList<ScenarioRef> Scenarios => Sample.Scenarios;

    /// <summary>The programs.</summary>
    public IReadOnlyList<ProgramRef> Programs => Sample.Programs;

    /// <summary>The collections, sorted by name.</summary>
    public IReadOnlyList<Collection> Collections => Sample.Collections;

    /// <summary>The current assignments, newest first.</summary>
    public IReadOnlyList<Assignment> Assignments => State.Assignments;

    /// <summary>The data before any write.</summary>
    internal SampleWorkspace Sample { get; }

    /// <summary>The current state, with all background work that is due.</summary>
    internal WorkspaceState State
    {
        get
        {
            var (state, now) = (_state, _clock.GetUtcNow());
            return state.IsCurrent(now) ? state : Write((current, _) => (current, current));
        }
    }

    /// <summary>Replaces the state. Writes run one at a time.</summary>
    /// <param name="change">Returns the new state and a result. If it throws an exception, nothing changes.</param>
    internal T Write<T>(Func<WorkspaceState, DateTimeOffset, (WorkspaceState State, T Result)> change)
    {
        lock (_writing)
        {
            var now = _clock.GetUtcNow();
            var (state, result) = change(_state.At(now), now);
            _state = state;
            return result;
        }
    }
}
