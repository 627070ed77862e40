namespace ExecPS.Sandbox.State;

/// <summary>A change that takes effect at a later time, such as the end of a scenario job.</summary>
/// <param name="Due">The time at which the change takes effect.</param>
/// <param name="Apply">Returns the changed state, or the same state if the change no longer applies.</param>
internal sealed record ScheduledChange(DateTimeOffset Due, Func<WorkspaceState, WorkspaceState> Apply);
