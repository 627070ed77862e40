using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ExecPS.Client.Tests.Published;

/// <summary>The vendor's OpenAPI document, which isn't part of this repository. Tests that read it are skipped without it.</summary>
internal static class PublishedDocument
{
    private const string Variable = "EXEC_OPENAPI";

    private static readonly Lazy<JsonObject?> s_root = new(() => Find() is { } path ? Read(path) : null);

    /// <summary>The document as JSON. Skips the test if the document isn't available.</summary>
    public static JsonObject Require()
    {
        if (s_root.Value is null)
            Assert.Skip($"The published OpenAPI document isn't at hand: neither {Variable} names it nor is there a shared/api/exec-openapi.yaml in or beside the checkout.");
        return s_root.Value!;
    }

    /// <summary>Resolves a <c>$ref</c>; returns any other node unchanged.</summary>
    public static JsonObject Resolve(JsonNode node) =>
        (string?)node["$ref"] is { } reference
            ? reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)Require(), (parent, name) => parent[name]!).AsObject()
            : node.AsObject();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} names a file that isn't there.", named);

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "api", "exec-openapi.yaml");
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    private static JsonObject Read(string path)
    {
        using var text = File.OpenText(path);
        var yaml = new YamlStream();
        yaml.Load(text);
        return Convert(yaml.Documents[0].RootNode)!.AsObject();
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Convert(entry.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => scalar.Value switch
        {
            "null" or "~" or "" => null,
            "true" or "false" => JsonValue.Create(scalar.Value == "true"),
            _ when decimal.TryParse(scalar.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(scalar.Value),
        },
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException($"{node.NodeType} at line {node.Start.Line}"),
    };
}
