using System.Text.Json;

namespace ExecPS.Client.Serialization;

/// <summary>JSON metadata of the response types, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LocalDateTimeConverter)])]
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(Page<Assignment>))]
[JsonSerializable(typeof(Page<Collection>))]
[JsonSerializable(typeof(Page<Member>))]
[JsonSerializable(typeof(Page<Group>))]
[JsonSerializable(typeof(Page<GroupMember>))]
[JsonSerializable(typeof(Page<Scenario>))]
[JsonSerializable(typeof(Page<ScenarioParticipant>))]
[JsonSerializable(typeof(Page<Session>))]
[JsonSerializable(typeof(Page<Skill>))]
[JsonSerializable(typeof(Page<SkillProficiency>))]
[JsonSerializable(typeof(Page<KnowledgeFolder>))]
[JsonSerializable(typeof(Page<KnowledgePage>))]
[JsonSerializable(typeof(Page<KnowledgePageVersion>))]
[JsonSerializable(typeof(Page<KnowledgeSource>))]
[JsonSerializable(typeof(Assignment))]
[JsonSerializable(typeof(ScenarioAccess))]
[JsonSerializable(typeof(ScenarioAnalytics))]
[JsonSerializable(typeof(ScenarioAccessGrant))]
[JsonSerializable(typeof(StudioSession))]
[JsonSerializable(typeof(DeleteResult))]
[JsonSerializable(typeof(SessionDetail))]
[JsonSerializable(typeof(ScenarioJob))]
[JsonSerializable(typeof(KnowledgeFolder))]
[JsonSerializable(typeof(KnowledgePageDetail))]
[JsonSerializable(typeof(KnowledgeSource))]
[JsonSerializable(typeof(Page<RawRow>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ExecJsonContext : JsonSerializerContext;
