using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Tests.Support;

/// <summary>Reads a model as the client does, by its type.</summary>
internal static class ModelJson
{
    private static readonly MethodInfo s_readBy = typeof(ModelJson).GetMethod(nameof(ReadBy), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What the client reads answers by, with the type of the answer.</summary>
    public static IReadOnlyDictionary<Type, object> Readers { get; } = typeof(ModelReaders)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(property => property.PropertyType.GenericTypeArguments[0], property => property.GetValue(null)!);

    public static T Read<T>(string json) => (T)Read(typeof(T), json);

    /// <summary>Reads a model, alone or, where the API answers it in lists only, as a page's row.</summary>
    public static object Read(Type model, string json)
    {
        if (Readers.TryGetValue(model, out var reader))
            return s_readBy.MakeGenericMethod(model).Invoke(null, [reader, json])!;

        var page = typeof(Page<>).MakeGenericType(model);
        var answer = s_readBy.MakeGenericMethod(page).Invoke(null, [Readers[page], $$"""{"data":[{{json}}]}"""])!;
        return ((System.Collections.IList)page.GetProperty(nameof(Page<object>.Data))!.GetValue(answer)!)[0]!;
    }

    /// <summary>Reads a model as System.Text.Json does, by the metadata.</summary>
    public static object ReadByMetadata(Type model, string json) => JsonSerializer.Deserialize(json, TypeInfo(model))!;

    public static string Write(Type model, object value) => JsonSerializer.Serialize(value, TypeInfo(model));

    /// <summary>The properties that the wire has for a model.</summary>
    public static IEnumerable<JsonPropertyInfo> PropertiesOf(Type model) =>
        TypeInfo(model).Properties.Where(property => property.Set is not null);

    private static object ReadBy<T>(ModelReader<T> reader, string json) => reader.Read(Encoding.UTF8.GetBytes(json))!;

    private static JsonTypeInfo TypeInfo(Type model) =>
        ExecJsonContext.Default.GetTypeInfo(model) ?? throw new InvalidOperationException($"{model} is no model.");
}
