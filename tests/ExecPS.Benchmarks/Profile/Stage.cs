using System.Diagnostics;
using System.Text.Json.Serialization;

namespace ExecPS.Benchmarks.Profile;

/// <summary>The cost of a list up to one layer of the client.</summary>
internal sealed record Stage(
    string Name, long Rows, double WallSeconds, double CpuSeconds, long AllocatedBytes, int Gen0, int Gen1, int Gen2)
{
    [JsonIgnore]
    public double CpuPerRow => CpuSeconds / Rows;

    [JsonIgnore]
    public double BytesPerRow => (double)AllocatedBytes / Rows;

    [JsonIgnore]
    public double RowsPerSecond => Rows / WallSeconds;

    public static async Task<Stage> MeasureAsync(string name, Func<Task<long>> list)
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var (cpu, allocated) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        int[] collections = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
        var started = Stopwatch.GetTimestamp();
        var rows = await list();
        var wall = Stopwatch.GetElapsedTime(started);
        self.Refresh();
        return new(
            name,
            rows,
            wall.TotalSeconds,
            (self.TotalProcessorTime - cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            GC.CollectionCount(0) - collections[0],
            GC.CollectionCount(1) - collections[1],
            GC.CollectionCount(2) - collections[2]);
    }
}

[JsonSerializable(typeof(List<Stage>))]
internal sealed partial class ProfileJsonContext : JsonSerializerContext;
