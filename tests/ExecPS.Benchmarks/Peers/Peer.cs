namespace ExecPS.Benchmarks.Peers;

/// <summary>One of the compared ways to do a task, as a whole process.</summary>
/// <param name="name">The name in the tables.</param>
/// <param name="fileName">The executable.</param>
/// <param name="arguments">The arguments; <c>{uri}</c> is replaced by the address of the server.</param>
internal sealed class Peer(string name, string fileName, IReadOnlyList<string> arguments)
{
    public string Name { get; } = name;

    public string FileName { get; } = fileName;

    /// <summary>The number of runs; null for that of the experiment.</summary>
    public int? Runs { get; init; }

    /// <summary>The number of rows that the peer must report; null if it doesn't report one.</summary>
    public long? Rows { get; init; }

    public IEnumerable<string> ArgumentsFor(string uri) =>
        arguments.Select(argument => argument.Replace("{uri}", uri, StringComparison.Ordinal));
}
