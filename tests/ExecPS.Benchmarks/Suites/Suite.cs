using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>The measurements for one topic, and their evaluation.</summary>
internal abstract class Suite
{
    public abstract IReadOnlyList<Experiment> Experiments { get; }

    public abstract Section Report(Results results);
}
