namespace ExecPS.Sandbox.Api;

/// <summary>The rows that a request asks for.</summary>
/// <param name="Key">The same text for the same rows.</param>
/// <param name="Matches">Whether a row is one of them; null when all are.</param>
internal sealed record RowFilter<T>(string Key, Func<T, bool>? Matches)
{
    public static RowFilter<T> All { get; } = new("", null);
}
