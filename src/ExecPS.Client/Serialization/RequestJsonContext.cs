using ExecPS.Client.Requests;

namespace ExecPS.Client.Serialization;

/// <summary>JSON metadata of the request bodies, generated at compile time. A property that is null isn't sent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LocalDateTimeConverter)])]
[JsonSerializable(typeof(AssignScenarioRequest))]
[JsonSerializable(typeof(GrantScenarioAccessRequest))]
[JsonSerializable(typeof(CreateStudioSessionRequest))]
[JsonSerializable(typeof(CreateScenarioJobRequest))]
[JsonSerializable(typeof(CreateKnowledgePageRequest))]
[JsonSerializable(typeof(UpdateKnowledgePageRequest))]
[JsonSerializable(typeof(CreateKnowledgeSourceRequest))]
internal sealed partial class RequestJsonContext : JsonSerializerContext;
