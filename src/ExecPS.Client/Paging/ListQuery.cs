namespace ExecPS.Client.Paging;

/// <summary>One question whose answer is a list, or a part of one.</summary>
/// <param name="Path">The path below the API's base.</param>
/// <param name="Filter">The filter as it stands in a URL; empty for none.</param>
/// <param name="Complete">Adds to a row what the question says and the answer doesn't; null for nothing.</param>
internal sealed record ListQuery<T>(string Path, string Filter, Action<T>? Complete = null);
