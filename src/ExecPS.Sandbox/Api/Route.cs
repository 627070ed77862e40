using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;

namespace ExecPS.Sandbox.Api;

/// <summary>An operation of the API: where it is and what it answers.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the API's base.</param>
/// <param name="Answer">What it answers to a query.</param>
internal sealed record Route(string Method, string Path, Func<ApiQuery, ApiAnswer> Answer)
{
    public static Route Get<T>(string path, T value, JsonTypeInfo<T> type) => new("GET", path, _ => ApiAnswer.Ok(value, type));

    public static Route List<T>(string path, Func<IReadOnlyList<T>> rows, JsonTypeInfo<Page<T>> type, Func<ApiQuery, RowFilter<T>>? filterOf = null) =>
        new("GET", path, new Listing<T>(rows, type, filterOf).Answer);
}
