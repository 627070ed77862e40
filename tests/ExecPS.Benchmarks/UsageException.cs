namespace ExecPS.Benchmarks;

/// <summary>The command line isn't valid.</summary>
internal sealed class UsageException(string message = "") : Exception(message);
