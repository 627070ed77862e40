using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Tests.Support;

/// <summary>Reads a model as the client does, by its type.</summary>
internal static class ModelJson
{
    public static T Read<T>(string json) => (T)Read(typeof(T), json);

    /// <summary>Reads a model as a response or, if the API returns it only in lists, as a row of a page.</summary>
    public static object Read(Type model, string json)
    {
        if (ExecJsonContext.Default.GetTypeInfo(model) is { } typeInfo)
            return JsonSerializer.Deserialize(json, typeInfo)!;

        var page = typeof(Page<>).MakeGenericType(model);
        var reply = JsonSerializer.Deserialize($$"""{"data":[{{json}}]}""", TypeInfo(page))!;
        return ((System.Collections.IList)page.GetProperty(nameof(Page<object>.Data))!.GetValue(reply)!)[0]!;
    }

    public static string Write(Type model, object value) => JsonSerializer.Serialize(value, TypeInfo(model));

    /// <summary>The JSON properties of a model.</summary>
    public static IEnumerable<JsonPropertyInfo> PropertiesOf(Type model) =>
        TypeInfo(model).Properties.Where(property => property.Set is not null);

    private static JsonTypeInfo TypeInfo(Type model) =>
        ExecJsonContext.Default.GetTypeInfo(model) ?? throw new InvalidOperationException($"{model} is no model.");
}
