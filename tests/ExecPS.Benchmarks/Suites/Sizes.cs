namespace ExecPS.Benchmarks.Suites;

/// <summary>The sizes of the measured lists, and the numbers of runs.</summary>
internal sealed record Sizes
{
    public required bool IsQuick { get; init; }

    /// <summary>The number of runs of each peer.</summary>
    public required int Runs { get; init; }

    /// <summary>The number of runs if a run is short and the expected difference is small.</summary>
    public required int RunsOfShort { get; init; }

    public int Rows { get; init; } = 100_000;

    /// <summary>The lengths of the lists whose peak memory is compared, in ascending order.</summary>
    public IReadOnlyList<int> MemoryRows { get; init; } = [10_000, 100_000];

    public int SlowRows { get; init; } = 3000;

    public int RunspaceRows { get; init; } = 20_000;

    public static Sizes Of(bool isQuick, int? runs) => isQuick
        ? new()
        {
            IsQuick = true,
            Runs = runs ?? 2,
            RunsOfShort = runs ?? 3,
            Rows = 5000,
            MemoryRows = [1000, 20_000],
            SlowRows = 500,
            RunspaceRows = 2000,
        }
        : new() { IsQuick = false, Runs = runs ?? 5, RunsOfShort = 5 * (runs ?? 5) };
}
