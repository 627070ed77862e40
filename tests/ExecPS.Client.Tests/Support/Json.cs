using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Tests.Support;

/// <summary>Reads JSON as the client does.</summary>
internal static class Json
{
    public static Assignment Assignment(string json) => Read($$"""{"data":[{{json}}]}""", ExecJsonContext.Default.PageAssignment).Data![0];

    public static Collection Collection(string json) => Read($$"""{"data":[{{json}}]}""", ExecJsonContext.Default.PageCollection).Data![0];

    public static Workspace Workspace(string json) => Read(json, ExecJsonContext.Default.Workspace);

    /// <summary>A page of a list, as the API returns it.</summary>
    public static string Page(IEnumerable<string> rows, long page = 1, int pageSize = 100, long? total = null)
    {
        string[] data = [.. rows];
        var count = total ?? data.Length;
        return FormattableString.Invariant(
            $$$"""{"data":[{{{string.Join(',', data)}}}],"pagination":{"page":{{{page}}},"page_size":{{{pageSize}}},"total_count":{{{count}}},"total_pages":{{{(count + pageSize - 1) / pageSize}}}}}""");
    }

    private static T Read<T>(string json, JsonTypeInfo<T> typeInfo) => JsonSerializer.Deserialize(json, typeInfo)!;
}
