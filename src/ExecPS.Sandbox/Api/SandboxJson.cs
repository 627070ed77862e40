using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Serialization;

namespace ExecPS.Sandbox.Api;

/// <summary>The JSON format of responses: the client's models, without escaping non-ASCII letters.</summary>
internal static class SandboxJson
{
    // The output isn't embedded in HTML.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Sections that are omitted unless requested. Other properties that are null are written as null.</summary>
    private static readonly HashSet<(Type, string)> s_sections =
    [
        (typeof(Scenario), "skills"),
        (typeof(SessionDetail), "transcript"),
        (typeof(SessionDetail), "evaluations"),
        (typeof(Skill), "proficiency_summary"),
        (typeof(KnowledgePageDetail), "draft"),
        (typeof(KnowledgeSource), "content"),
        (typeof(ScenarioJob), "is_new"),
    ];

    private static readonly JsonSerializerOptions s_options = new(ExecJsonContext.Default.Options)
    {
        Encoder = Encoder,
        TypeInfoResolver = ExecJsonContext.Default.WithAddedModifier(LeaveOutSections),
    };

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));

    private static void LeaveOutSections(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (s_sections.Contains((type.Type, property.Name)))
                property.ShouldSerialize = static (_, value) => value is not null;
        }
    }
}
