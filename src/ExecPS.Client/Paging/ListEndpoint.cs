using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;

namespace ExecPS.Client.Paging;

/// <summary>A list of the API: where it is and how its pages read.</summary>
/// <param name="Path">The path below the API's base; a list of something's own has <c>{id}</c> in it.</param>
/// <param name="TypeInfo">Gets the JSON metadata of a page. It is called while the first request is in flight, because it takes time.</param>
internal sealed record ListEndpoint<T>(string Path, Func<JsonTypeInfo<Page<T>>> TypeInfo);
