namespace ExecPS.Sandbox;

/// <summary>The settings of a <see cref="SandboxWorkspace"/>. Workspaces with the same settings are equal.</summary>
public sealed record SandboxOptions
{
    /// <summary>The number of assignments. The number of members depends on it.</summary>
    public int AssignmentCount { get; init; } = 2500;

    /// <summary>The clock. Dates in the sample data are relative to the day (in UTC) on which the workspace is created; writes use the current time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The seed. Each seed gives a different workspace of the same kind.</summary>
    public int Seed { get; init; } = 1;
}
