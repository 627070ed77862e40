namespace ExecPS.Benchmarks.Peers;

/// <summary>A way to do what is measured, as a whole process.</summary>
/// <param name="name">What the tables call it.</param>
/// <param name="fileName">What to start.</param>
/// <param name="arguments">With what; <c>{uri}</c> stands for the server's address.</param>
internal sealed class Peer(string name, string fileName, IReadOnlyList<string> arguments)
{
    public string Name { get; } = name;

    public string FileName { get; } = fileName;

    /// <summary>How often it runs, where that differs from the rest of its experiment; null for as often.</summary>
    public int? Runs { get; init; }

    /// <summary>How many rows it must say it got; null when it doesn't say.</summary>
    public long? Rows { get; init; }

    public IEnumerable<string> ArgumentsFor(string uri) =>
        arguments.Select(argument => argument.Replace("{uri}", uri, StringComparison.Ordinal));
}
