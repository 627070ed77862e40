using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>What is measured for one question, and what the figures say to it.</summary>
internal abstract class Suite
{
    public abstract IReadOnlyList<Experiment> Experiments { get; }

    public abstract Section Report(Results results);
}
