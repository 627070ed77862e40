using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ExecPS.Benchmarks.Micro;

/// <summary><c>micro</c>: BenchmarkDotNet over the parts that run once a page or once a row.</summary>
internal static class MicroCommand
{
    private const int WarmUps = 6;
    private const int Iterations = 15;

    /// <remarks>In this process: the project that BenchmarkDotNet would make doesn't know what the repository's builds need.</remarks>
    public static int Run(string[] arguments)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob(Job.Default.WithWarmupCount(WarmUps).WithIterationCount(Iterations).WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly).Run(arguments is [] ? ["--filter", "*"] : arguments, config);
        return 0;
    }
}
