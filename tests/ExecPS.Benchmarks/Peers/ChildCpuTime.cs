using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ExecPS.Benchmarks.Peers;

/// <summary>The CPU time of a child process from its start to its end.</summary>
/// <remarks>
/// Windows reports it for a process that has ended. Unix reports only the sum for all ended child processes, so the increase is
/// that of the child, as long as no other child ends meanwhile.
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

        // struct rusage starts with user and system time, each in seconds and microseconds.
        var usage = new long[32];
        return GetUsage(EndedChildren, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds((int)usage[1] + (int)usage[3])
            : throw new BenchmarkException("The operating system doesn't report the CPU time of a child process.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
