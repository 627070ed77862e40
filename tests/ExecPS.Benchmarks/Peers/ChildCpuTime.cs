using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ExecPS.Benchmarks.Peers;

/// <summary>The CPU time of a child process from its start to its end.</summary>
/// <remarks>
/// Windows knows it of a process that has ended. Unix forgets the process, and gives its parent the sum of all that have
/// ended: what that grew by is the child's, as long as no other ends meanwhile.
/// </remarks>
internal sealed class ChildCpuTime
{
    private const int EndedChildren = -1;
    private readonly TimeSpan _before = OfEndedChildren();

    private ChildCpuTime()
    {
    }

    public static ChildCpuTime Begin() => new();

    public TimeSpan End(Process ended) => OperatingSystem.IsWindows() ? ended.TotalProcessorTime : OfEndedChildren() - _before;

    private static TimeSpan OfEndedChildren()
    {
        if (OperatingSystem.IsWindows())
            return TimeSpan.Zero;

        // struct rusage begins with user and system time, each as seconds and microseconds.
        var usage = new long[32];
        return GetUsage(EndedChildren, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds((int)usage[1] + (int)usage[3])
            : throw new BenchmarkException("The system doesn't tell the CPU time of a child process.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
