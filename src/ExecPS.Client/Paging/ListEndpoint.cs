using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Paging;

/// <summary>A list of the API: where it is and how its pages read.</summary>
/// <param name="Path">The path below the API's base; a list of something's own has <c>{id}</c> in it.</param>
/// <param name="Reader">Reads a page's JSON.</param>
internal sealed record ListEndpoint<T>(string Path, ModelReader<Page<T>> Reader);
