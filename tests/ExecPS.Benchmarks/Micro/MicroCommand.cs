using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ExecPS.Benchmarks.Micro;

/// <summary><c>micro</c>: BenchmarkDotNet for the parts that run once per page or once per row.</summary>
internal static class MicroCommand
{
    private const int WarmUps = 6;
    private const int Iterations = 15;

    /// <remarks>Runs in this process, because the project that BenchmarkDotNet generates lacks the settings of the repository's build.</remarks>
    public static int Run(string[] arguments)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob(Job.Default.WithWarmupCount(WarmUps).WithIterationCount(Iterations).WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly).Run(arguments is [] ? ["--filter", "*"] : arguments, config);
        return 0;
    }
}
