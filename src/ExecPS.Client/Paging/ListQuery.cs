namespace ExecPS.Client.Paging;

/// <summary>A query that returns a list, or a part of one.</summary>
/// <param name="Path">The path relative to the base address of the API.</param>
/// <param name="Filter">The filter as URL query parameters; empty for none.</param>
/// <param name="Complete">Sets the properties of a row that the query knows and the response omits; null for none.</param>
internal sealed record ListQuery<T>(string Path, string Filter, Action<T>? Complete = null);
