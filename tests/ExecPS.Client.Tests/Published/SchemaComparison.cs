using System.Reflection;
using System.Text.Json.Nodes;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Published;

/// <summary>Compares a schema of the document with a model in both directions.</summary>
internal sealed class SchemaComparison
{
    /// <summary>Properties of models that aren't in the schemas, but in examples of the document.</summary>
    private static readonly HashSet<string> s_fromExamples =
    [
        "Member.user", // the nested form
        "ScenarioJobResult.slug",
        "ScenarioJob.is_new", // only in the response of createScenarioJob
    ];

    /// <summary>Values that the document declares as integers and that this client also reads with a fraction.</summary>
    private static readonly HashSet<string> s_fractions = ["ScenarioAnalytics.total_practice_minutes", "SkillProficiencySummary.pct_proficient_plus"];

    private readonly Dictionary<Type, HashSet<string>> _names = [];

    /// <summary>The differences.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Compares an object's schema with a model.</summary>
    public void CompareObject(JsonObject schema, Type model)
    {
        var published = PropertiesOf(schema).ToDictionary(property => property.Key, property => property.Value!.AsObject());
        var modelled = ModelJson.PropertiesOf(model).ToDictionary(property => property.Name, property => property.PropertyType);

        foreach (var (name, property) in published)
        {
            if (modelled.TryGetValue(name, out var type))
                CompareValue(property, type, $"{model.Name}.{name}");
            else
                Differences.Add($"{model.Name}.{name} has no property.");
        }

        Differences.AddRange(modelled.Keys.Except(published.Keys).Select(name => $"{model.Name}.{name}").Except(s_fromExamples).Select(name => $"{name} isn't published."));
    }

    /// <summary>Compares the schema of a request body with a request type. The names of required fields must be required members.</summary>
    public void CompareRequest(JsonObject schema, Type request)
    {
        var published = PropertiesOf(schema).ToDictionary(property => property.Key, property => property.Value!.AsObject());
        var required = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        var sent = RequestJsonContext.Default.GetTypeInfo(request)!.Properties;
        foreach (var property in sent)
        {
            if (!published.TryGetValue(property.Name, out var schemaOfProperty))
                Differences.Add($"{request.Name}.{property.Name} isn't published.");
            else if (schemaOfProperty["enum"] is null) // Several enums have values that a request can't have; the cmdlets reject them.
                CompareValue(schemaOfProperty, property.PropertyType, $"{request.Name}.{property.Name}", mayBeAbsent: !required.Contains(property.Name));
            if (required.Contains(property.Name) && property is { IsRequired: false, Set: not null })
                Differences.Add($"{request.Name}.{property.Name} is required.");
        }

        Differences.AddRange(published.Keys.Except(sent.Select(property => property.Name)).Select(name => $"{request.Name}.{name} can't be sent."));
    }

    /// <summary>Collects the names that the document has for a parameter's values.</summary>
    public void CompareNames(JsonObject schema, Type type, string what) => CompareValue(schema, type, what, mayBeAbsent: false);

    /// <summary>Call this after all schemas: each name that this client knows must occur in the document.</summary>
    public void RequireNoInventedNames()
    {
        foreach (var (type, published) in _names)
            Differences.AddRange(NamesOf(type)!.Except(published).Select(name => $"{type.Name} has {name}, which isn't published."));
    }

    private void CompareValue(JsonObject property, Type type, string what, bool mayBeAbsent = true)
    {
        var schema = PublishedDocument.Resolve(property);
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (mayBeAbsent && bare.IsValueType && bare == type && !what.StartsWith(nameof(Pagination), StringComparison.Ordinal))
            Differences.Add($"{what} can't be null.");

        if (schema["enum"] is JsonArray names)
        {
            NoteNames([.. names.Select(name => (string)name!)], bare, what);
            return;
        }

        var expected = ((string?)schema["type"], (string?)schema["format"]) switch
        {
            ("string", "date-time") => bare == typeof(DateTime),
            ("string", "uri") => bare == typeof(string) || bare == typeof(Uri),
            ("string", _) => bare == typeof(string),
            ("number", _) => bare == typeof(double),
            ("integer", _) => s_fractions.Contains(what) ? bare == typeof(double) : bare == typeof(int) || bare == typeof(long),
            ("boolean", _) => bare == typeof(bool),
            ("array", _) => IsListOf(bare, schema["items"]!, what),
            ("object", _) when schema["additionalProperties"] is not null => bare == typeof(IReadOnlyDictionary<string, string>),
            _ => IsModelOf(bare, schema),
        };
        if (!expected)
            Differences.Add($"{what} is a {bare.Name}, published as {schema["type"]} {schema["format"]}.");
    }

    private bool IsListOf(Type list, JsonNode items, string what)
    {
        if (!list.IsGenericType || (list.GetGenericTypeDefinition() != typeof(ReadableList<>) && list.GetGenericTypeDefinition() != typeof(IReadOnlyList<>)))
            return false;

        CompareValue(items.AsObject(), list.GenericTypeArguments[0], what);
        return true;
    }

    private bool IsModelOf(Type model, JsonObject schema)
    {
        if (!model.IsClass || model == typeof(string))
            return false;

        CompareObject(schema, model);
        return true;
    }

    private void NoteNames(string[] published, Type type, string what)
    {
        if (NamesOf(type) is not { } known)
        {
            Differences.Add($"{what} is a {type.Name}, published as one of {string.Join(", ", published)}.");
            return;
        }

        Differences.AddRange(published.Except(known).Select(name => $"{what} lacks {name}."));
        if (!_names.TryGetValue(type, out var all))
            _names.Add(type, all = []);
        all.UnionWith(published);
    }

    private static string[]? NamesOf(Type type)
    {
        var names = type.IsEnum
            ? typeof(ApiEnum<>).MakeGenericType(type)
            : type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(OrderedName<>) ? typeof(OrderedNames<>).MakeGenericType(type) : null;
        return names?.GetProperty("Names", BindingFlags.Public | BindingFlags.Static)!.GetValue(null) is System.Collections.IEnumerable entries
            ? [.. entries.Cast<object>().Select(entry => (string)entry.GetType().GetProperty(nameof(NamedValue<object>.ApiName))!.GetValue(entry)!)]
            : null;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> PropertiesOf(JsonObject schema) =>
        schema["allOf"] is JsonArray parts
            ? parts.SelectMany(part => PropertiesOf(PublishedDocument.Resolve(part!)))
            : schema["properties"]?.AsObject() ?? [];
}
