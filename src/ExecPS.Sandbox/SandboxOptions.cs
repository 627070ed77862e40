namespace ExecPS.Sandbox;

/// <summary>What a <see cref="SandboxWorkspace"/> is made from. Equal options make equal workspaces.</summary>
public sealed record SandboxOptions
{
    /// <summary>How many assignments the workspace has. The number of its people follows.</summary>
    public int AssignmentCount { get; init; } = 2500;

    /// <summary>The time that every date hangs on; of it, the day in UTC alone counts. The default is the system's time.</summary>
    public DateTimeOffset Now { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>Another seed makes another workspace of the same kind.</summary>
    public int Seed { get; init; } = 1;
}
