namespace ExecPS.Benchmarks;

/// <summary>There is nothing to measure, or a measured result is wrong. The message is one sentence for the user.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
