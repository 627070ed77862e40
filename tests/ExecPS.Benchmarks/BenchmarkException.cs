namespace ExecPS.Benchmarks;

/// <summary>There is nothing to measure, or what was measured is wrong: one sentence for whoever started it.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
