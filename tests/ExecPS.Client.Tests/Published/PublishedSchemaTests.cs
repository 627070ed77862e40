using System.Text.Json.Nodes;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Client.Requests;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Published;

/// <summary>Compares the models and filters with the vendor's document in both directions.</summary>
public class PublishedSchemaTests
{
    private static readonly Dictionary<string, Type> s_models = new()
    {
        ["Workspace"] = typeof(Workspace),
        ["WorkspaceMember"] = typeof(Member),
        ["WorkspaceGroup"] = typeof(Group),
        ["User"] = typeof(User),
        ["Collection"] = typeof(Collection),
        ["Assignment"] = typeof(Assignment),
        ["SessionListItem"] = typeof(Session),
        ["SessionDetail"] = typeof(SessionDetail),
        ["TranscriptLine"] = typeof(TranscriptLine),
        ["EvaluationCriterion"] = typeof(EvaluationCriterion),
        ["EvaluationItem"] = typeof(EvaluationItem),
        ["FeedbackExample"] = typeof(FeedbackExample),
        ["ScenarioRef"] = typeof(ScenarioRef),
        ["ScenarioAnalyticsSummary"] = typeof(ScenarioAnalytics),
        ["ScenarioParticipantEntry"] = typeof(ScenarioParticipant),
        ["SkillProficiencyEntry"] = typeof(SkillProficiency),
        ["Skill"] = typeof(Skill),
        ["SkillProficiencySummary"] = typeof(SkillProficiencySummary),
        ["SkillRef"] = typeof(SkillRef),
        ["Scenario"] = typeof(Scenario),
        ["ScenarioJob"] = typeof(ScenarioJob),
        ["ScenarioAccessResponse"] = typeof(ScenarioAccess),
        ["KnowledgeHubFolder"] = typeof(KnowledgeFolder),
        ["KnowledgeHubFolderRef"] = typeof(KnowledgeFolderRef),
        ["KnowledgeHubSkillRef"] = typeof(KnowledgeSkillRef),
        ["KnowledgeHubPage"] = typeof(KnowledgePage),
        ["KnowledgeHubPageDetail"] = typeof(KnowledgePageDetail),
        ["KnowledgeHubPageDraft"] = typeof(KnowledgePageDraft),
        ["KnowledgeHubPageVersion"] = typeof(KnowledgePageVersion),
        ["KnowledgeHubSource"] = typeof(KnowledgeSource),
        ["Pagination"] = typeof(Pagination),
        ["ScenarioStudioSession"] = typeof(StudioSession),
        ["GrantAccessResponse"] = typeof(ScenarioAccessGrant),
        ["DeleteResult"] = typeof(DeleteResult),
    };

    /// <summary>Schemas without a model for a GET operation.</summary>
    private static readonly string[] s_others =
    [
        "ScenarioScoreDistribution", // a list, compared where it is used
        "ValidationErrorDetail", // errors are read by ApiError
    ];

    /// <summary>The type of the request body of each operation that has one.</summary>
    private static readonly Dictionary<string, Type> s_requests = new()
    {
        ["grantScenarioAccess"] = typeof(GrantScenarioAccessRequest),
        ["assignScenario"] = typeof(AssignScenarioRequest),
        ["createScenarioStudioSession"] = typeof(CreateStudioSessionRequest),
        ["createScenarioJob"] = typeof(CreateScenarioJobRequest),
        ["createKnowledgeHubPage"] = typeof(CreateKnowledgePageRequest),
        ["updateKnowledgeHubPage"] = typeof(UpdateKnowledgePageRequest),
        ["replaceKnowledgeHubPage"] = typeof(UpdateKnowledgePageRequest),
        ["createKnowledgeHubSource"] = typeof(CreateKnowledgeSourceRequest),
    };

    /// <summary>The parameters of each GET operation, from filters that set all of them.</summary>
    private static readonly Dictionary<string, FilterQuery> s_queries = new()
    {
        ["/workspace"] = new(),
        ["/workspace/members"] = new MemberFilter { GroupIds = ["x"] }.ToQuery(),
        ["/workspace/groups"] = new(),
        ["/scenarios/assignments"] = new AssignmentFilter { UserIds = ["x"], UserEmails = ["x"], ScenarioIds = ["x"], ProgramIds = ["x"], Statuses = [AssignmentStatus.PastDue] }.ToQuery(),
        ["/collections"] = new(),
        ["/sessions"] = new SessionFilter
        {
            UserIds = ["x"], UserEmails = ["x"], ScenarioIds = ["x"], CollectionIds = ["x"], SkillIds = ["x"], ProgramIds = ["x"], GroupIds = ["x"],
            Ranks = [Rank.Gold], After = DateTime.Now, Before = DateTime.Now, ExcludeSystemUsers = true, SortBy = SessionSort.Score,
        }.ToQuery(),
        ["/sessions/{session_id}"] = new FilterQuery().AddSingle("include", "transcript"),
        ["/skills"] = new FilterQuery().AddSingle("include", "proficiency"),
        ["/skills/{skill_id}/proficiency"] = new SkillProficiencyFilter { UserIds = ["x"], UserEmails = ["x"], GroupIds = ["x"], AsOf = DateTime.Now, ExcludeSystemUsers = true }.ToQuery(),
        ["/scenarios/{scenario_id}/analytics/summary"] = WholeAnalytics.ToQuery(),
        ["/scenarios/{scenario_id}/analytics/participants"] = WholeAnalytics.ToSortedQuery(),
        ["/scenarios"] = new ScenarioFilter
        {
            OwnerEmails = ["x"], VisibleToEmails = ["x"], Visibilities = [Visibility.Private], SkillIds = ["x"], CollectionIds = ["x"], IncludeArchived = true, IncludeSkills = true,
        }.ToQuery(),
        ["/scenarios/{scenario_id}/access"] = new FilterQuery().AddSingle("user_email", "x"),
        ["/scenario-studio/jobs/{job_id}"] = new(),
        ["/knowledge-hub/folders"] = new KnowledgeFolderFilter { ParentIds = ["x"], Texts = ["x"] }.ToQuery(),
        ["/knowledge-hub/folders/{folder_id}"] = new(),
        ["/knowledge-hub/pages"] = new KnowledgePageFilter
        {
            FolderIds = ["x"], Statuses = [KnowledgePageStatus.Draft], OwnerIds = ["x"], SkillIds = ["x"], Texts = ["x"], UpdatedAfter = DateTime.Now,
            UpdatedBefore = DateTime.Now, SortBy = KnowledgePageSort.Title,
        }.ToQuery(),
        ["/knowledge-hub/pages/{page_id}"] = new FilterQuery().AddSingle("include", "draft"),
        ["/knowledge-hub/pages/{page_id}/versions"] = new(),
        ["/knowledge-hub/sources"] = new KnowledgeSourceFilter
        {
            Types = [KnowledgeSourceType.Url], Statuses = [KnowledgeSourceStatus.Ready], FolderIds = ["x"], PageIds = ["x"], Texts = ["x"],
        }.ToQuery(),
        ["/knowledge-hub/sources/{source_id}"] = new FilterQuery().AddSingle("include", "content"),
    };

    private static AnalyticsFilter WholeAnalytics => new()
    {
        UserIds = ["x"], UserEmails = ["x"], GroupIds = ["x"], After = DateTime.Now, Before = DateTime.Now, ExcludeSystemUsers = true, SortBy = ParticipantSort.BestScore,
    };

    [Fact]
    public void Every_schema_has_a_model_or_a_documented_exception() => Assert.Equal(
        PublishedDocument.Require()["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).Order(),
        s_models.Keys.Concat(s_others).Order());

    [Fact]
    public void Schemas_and_models_have_the_same_properties()
    {
        var schemas = PublishedDocument.Require()["components"]!["schemas"]!;
        var comparison = new SchemaComparison();

        foreach (var (name, model) in s_models)
            comparison.CompareObject(schemas[name]!.AsObject(), model);
        comparison.RequireNoInventedNames();

        Assert.Empty(comparison.Differences.Distinct());
    }

    [Fact]
    public void Schemas_and_request_types_have_the_same_fields()
    {
        var bodies = Operations().Where(operation => operation["requestBody"] is not null).ToDictionary(
            operation => (string)operation["operationId"]!, operation => PublishedDocument.Resolve(operation["requestBody"]!["content"]!["application/json"]!["schema"]!));
        var comparison = new SchemaComparison();

        Assert.Equal(bodies.Keys.Order(), s_requests.Keys.Order());
        foreach (var (operation, request) in s_requests)
            comparison.CompareRequest(bodies[operation], request);

        Assert.Empty(comparison.Differences);
    }

    [Fact]
    public void Operations_and_filters_have_the_same_parameters()
    {
        var published = Gets().ToDictionary(get => get.Key, get => string.Join(' ', QueryParametersOf(get.Value).Select(parameter => (string)parameter["name"]!).Except(["page", "page_size"]).Order()));
        var requested = s_queries.ToDictionary(query => query.Key, query => string.Join(' ', query.Value.Terms.Select(term => term.Parameter).Order()));

        Assert.Equal(published.OrderBy(get => get.Key), requested.OrderBy(get => get.Key));
    }

    [Fact]
    public void Parameters_with_one_value_are_distinguished_from_those_with_several()
    {
        foreach (var (path, get) in Gets())
        {
            foreach (var parameter in QueryParametersOf(get))
            {
                if (s_queries[path].Terms.FirstOrDefault(term => term.Parameter == (string)parameter["name"]!) is not { } term || term.Parameter == "include")
                    continue;

                var takesSeveral = (string)parameter["schema"]!["type"]! == "array"
                    || ((string?)parameter["description"])?.StartsWith("Comma-separated", StringComparison.Ordinal) == true;
                Assert.True(takesSeveral == !term.IsSingle, $"{path}: {term.Parameter}");
            }
        }
    }

    [Theory]
    [InlineData("/sessions", "sorting", typeof(SessionSort))]
    [InlineData("/scenarios/{scenario_id}/analytics/participants", "sorting", typeof(ParticipantSort))]
    [InlineData("/knowledge-hub/pages", "sort", typeof(KnowledgePageSort))]
    [InlineData("/knowledge-hub/pages", "status", typeof(KnowledgePageStatus))]
    [InlineData("/knowledge-hub/sources", "type", typeof(KnowledgeSourceType))]
    [InlineData("/knowledge-hub/sources", "status", typeof(KnowledgeSourceStatus))]
    public void The_values_of_a_parameter_are_the_published_values(string path, string name, Type type)
    {
        var parameter = QueryParametersOf(Gets().Single(get => get.Key == path).Value).Single(parameter => (string)parameter["name"]! == name);
        string[] published = [.. parameter["schema"]!["enum"]!.AsArray().Select(value => (string)value!)];
        var schema = new JsonObject { ["enum"] = new JsonArray([.. published.Select(value => value.TrimStart('-')).Distinct().Select(value => JsonValue.Create(value))]) };
        var comparison = new SchemaComparison();

        comparison.CompareNames(schema, type, name);
        comparison.RequireNoInventedNames();

        Assert.Empty(comparison.Differences);
    }

    [Fact]
    public void Every_example_of_a_response_to_GET_is_read_completely()
    {
        var read = 0;
        foreach (var (path, get) in Gets())
        {
            var response = get["responses"]!["200"]!["content"]!["application/json"]!;
            var (model, isList) = ModelOf(response["schema"]!);
            foreach (var example in ExamplesOf(response))
            {
                JsonNode?[] rows = isList ? [.. example["data"]!.AsArray()] : [example];
                foreach (var row in rows)
                {
                    using var unknown = new UnknownValues();
                    var value = ModelJson.Read(model, row!.ToJsonString());
                    Assert.True(unknown.Met.Count == 0, $"{path} has a value that isn't known.");
                    Assert.False(string.IsNullOrWhiteSpace(value.ToString()) && value is not ScenarioAnalytics, path);
                    read++;
                }
            }
        }

        Assert.True(read >= s_queries.Count, $"There were {read} examples.");
    }

    private static IEnumerable<JsonObject> Operations() =>
        from path in PublishedDocument.Require()["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject && operation.Value["operationId"] is not null
        select operation.Value!.AsObject();

    private static IEnumerable<KeyValuePair<string, JsonObject>> Gets() =>
        from path in PublishedDocument.Require()["paths"]!.AsObject()
        where path.Value!["get"] is not null
        select KeyValuePair.Create(path.Key, path.Value!["get"]!.AsObject());

    private static IEnumerable<JsonObject> QueryParametersOf(JsonObject operation) =>
        (operation["parameters"]?.AsArray() ?? []).Select(parameter => parameter!.AsObject()).Where(parameter => (string)parameter["in"]! == "query");

    private static IEnumerable<JsonNode> ExamplesOf(JsonNode response) =>
        response["example"] is { } one ? [one] : response["examples"]?.AsObject().Select(example => example.Value!["value"]!) ?? [];

    private static (Type Model, bool IsList) ModelOf(JsonNode schema)
    {
        var rows = schema["properties"]?["data"]?["items"];
        return (s_models[((string)(rows ?? schema)["$ref"]!).Split('/')[^1]], rows is not null);
    }
}
