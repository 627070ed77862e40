using System.Text.Json.Serialization.Metadata;

namespace ExecPS.Client.Paging;

/// <summary>A list of the API.</summary>
/// <param name="Path">The path relative to the base address of the API; the path of a nested list contains <c>{id}</c>.</param>
/// <param name="TypeInfo">Gets the JSON metadata of a page. Called while the first request is in flight, because it takes time.</param>
internal sealed record ListEndpoint<T>(string Path, Func<JsonTypeInfo<Page<T>>> TypeInfo);
