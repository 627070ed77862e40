namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Workspaces to try a property on: by size and seed.</summary>
public sealed class WorkspaceSizes : TheoryData<int, int>
{
    public WorkspaceSizes()
    {
        foreach (var (size, seed) in new[] { (0, 1), (0, 8), (1, 1), (1, 5), (50, 1), (50, 2), (50, -3), (2500, 1), (2500, 77) })
            Add(size, seed);
    }
}
