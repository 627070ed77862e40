namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Workspaces for consistency tests: the number of assignments, the seed, and the number of random writes.</summary>
public sealed class WorkspaceSizes : TheoryData<int, int, int>
{
    public WorkspaceSizes()
    {
        foreach (var (size, seed) in new[] { (0, 1), (0, 8), (1, 1), (1, 5), (50, 1), (50, 2), (50, -3), (2500, 1), (2500, 77) })
            Add(size, seed, 0);
        foreach (var (size, seed, writes) in new[] { (0, 1, 60), (50, 2, 150), (50, 9, 150), (2500, 77, 300) })
            Add(size, seed, writes);
    }
}
