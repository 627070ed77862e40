using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;

namespace ExecPS.Client.Paging;

/// <summary>A list of the API: where it is and how its pages read.</summary>
/// <remarks>Made when it is asked for: how JSON maps to a model costs time to prepare, and nobody needs all models.</remarks>
/// <param name="Path">The path below the API's base; a list of something's own has <c>{id}</c> in it.</param>
/// <param name="PageType">How a page's JSON maps to the model.</param>
internal sealed record ListEndpoint<T>(string Path, JsonTypeInfo<Page<T>> PageType);
