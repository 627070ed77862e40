using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Tests.Support;

/// <summary>Reads a model as the client does, by its type.</summary>
internal static class ModelJson
{
    public static T Read<T>(string json) => (T)Read(typeof(T), json);

    public static object Read(Type model, string json) => JsonSerializer.Deserialize(json, TypeInfo(model))!;

    public static string Write(Type model, object value) => JsonSerializer.Serialize(value, TypeInfo(model));

    /// <summary>The properties that the wire has for a model.</summary>
    public static IEnumerable<JsonPropertyInfo> PropertiesOf(Type model) =>
        TypeInfo(model).Properties.Where(property => property.Set is not null);

    private static JsonTypeInfo TypeInfo(Type model) =>
        ExecJsonContext.Default.GetTypeInfo(model) ?? throw new InvalidOperationException($"{model} is no model.");
}
