using System.Collections;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

/// <summary>A complete response sets every property, including the flat ones; an empty response sets none.</summary>
public class EveryPropertyTests
{
    private const string Person = """{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron"}""";
    private const string Practised = """{"id":"s1","name":"Pricing talk","slug":"pricing-talk"}""";
    private const string SessionFields =
        $$"""
        "id":"se1","user":{{Person}},"scenario":{{Practised}},"score":81.5,"rank":"silver","duration_seconds":312.5,"is_valid_attempt":true,
        "created_at":"2026-02-03T04:05:06Z"
        """;

    private const string PageFields =
        $$"""
        "id":"p1","title":"How we price","status":"published","visibility":"workspace","owner":{{Person}},
        "folders":[{"id":"f1","name":"Sales","emoji":"💼"}],"skills":[{"id":"sk1","name":"Pricing"}],"source_count":2,"version":7,"cover":"c.png",
        "published_at":"2026-02-03T04:05:06Z","created_at":"2026-02-01T04:05:06Z","updated_at":"2026-02-04T04:05:06Z"
        """;

    private const string Source =
        $$"""
        {"id":"so1","title":"Price list","source_type":"google_drive","status":"ready","content_format":"plain_text","token_count":900,
         "has_images":true,"external_url":"https://example.com/x","summary":"Prices.","cover":"c.png","folders":[{"id":"f1","name":"Sales","emoji":"💼"}],
         "created_by":{{Person}},"created_at":"2026-02-01T04:05:06Z","updated_at":"2026-02-02T04:05:06Z","processed_at":"2026-02-02T04:05:07Z",
         "content":"One, two."}
        """;

    public static TheoryData<Type, string> Responses => new()
    {
        { typeof(Member), """{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron","role":"staff","created_at":"2026-02-03T04:05:06Z"}""" },
        { typeof(GroupMember), """{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron","role":"staff","created_at":"2026-02-03T04:05:06Z"}""" },
        { typeof(Group), """{"id":"g1","name":"North","created_at":"2026-02-03T04:05:06Z"}""" },
        {
            typeof(Scenario),
            $$"""
            {"id":"s1","name":"Pricing talk","description":"Transcript about prices","slug":"pricing-talk","url":"https://acme.example/s/pricing-talk",
             "difficulty":"very_hard","context":"They compare.","objective":"Stay firm.","language":"English","visibility":"private","owner":{{Person}},
             "created_at":"2026-02-03T04:05:06Z","updated_at":"2026-02-04T04:05:06Z","skills":[{"id":"sk1","name":"Pricing","slug":"pricing"}]}
            """
        },
        {
            typeof(ScenarioAccess),
            """{"user_email":"ada@acme.com","scenario_id":"s1","permissions":{"can_view":true,"can_share":true,"can_monitor":false,"can_edit":false}}"""
        },
        {
            typeof(ScenarioAnalytics),
            """
            {"participant_count":10,"total_sessions":31,"average_best_score":71.25,"average_best_rank":"bronze","average_lift_percentage":12.5,
             "total_practice_minutes":204,"average_session_duration_seconds":333.3,
             "score_distribution":[{"rank":"gold","count":1,"percentage":10},{"rank":"silver","count":2,"percentage":20},
                                   {"rank":"bronze","count":3,"percentage":30},{"rank":"unranked","count":4,"percentage":40}]}
            """
        },
        {
            typeof(ScenarioParticipant),
            $$"""
            {"user":{{Person}},"session_count":3,"first_score":40,"first_rank":"unranked","best_score":92,"best_rank":"gold","lift_percentage":52,
             "total_duration_seconds":1000.5}
            """
        },
        { typeof(Session), $$"""{ {{SessionFields}} }""" },
        {
            typeof(SessionDetail),
            $$"""
            { {{SessionFields}},"outcome_feedback":"Went well.","positive_feedback":"Calm.","constructive_feedback":"Ask more.",
              "transcript":[{"speaker":"ai","text":"Good morning.","seconds_from_start":1.5}],
              "evaluations":[{"criterion_name":"Listening","items":[{"name":"Questions","grade":"not_relevant","feedback":"None requested.",
                "feedback_examples":[{"quote":"Yes.","feedback":"Short.","suggestion_quote":"Yes, and you?","grade":"bad","salience":"low"}]}]}] }
            """
        },
        {
            typeof(Skill),
            """
            {"id":"sk1","name":"Pricing","slug":"pricing","description":"Talks of prices","created_at":"2026-02-03T04:05:06Z",
             "proficiency_summary":{"participant_count":9,"scored_participant_count":8,"pct_proficient_plus":50,"avg_score":70.5}}
            """
        },
        {
            typeof(SkillProficiency),
            $$"""{"user":{{Person}},"score":60.5,"tier":"developing","observation_count":4,"last_practiced_at":"2026-02-03T04:05:06Z"}"""
        },
        {
            typeof(ScenarioJob),
            """
            {"id":"j1","status":"failed","scenario":{"id":"s1","name":"Pricing talk","slug":"pricing-talk","url":"https://acme.example/s/pricing-talk"},
             "error":{"code":"GENERATION_ERROR","message":"It went wrong"},"created_at":"2026-02-03T04:05:06Z","started_at":"2026-02-03T04:05:07Z",
             "completed_at":"2026-02-03T04:06:06Z","duration_seconds":59,"is_new":true}
            """
        },
        {
            typeof(KnowledgeFolder),
            """
            {"id":"f1","name":"Sales","emoji":"💼","parent":"f0","visibility":"global","item_count":3,"subfolder_count":2,
             "created_at":"2026-02-03T04:05:06Z","updated_at":"2026-02-04T04:05:06Z"}
            """
        },
        { typeof(KnowledgePage), $$"""{ {{PageFields}} }""" },
        { typeof(KnowledgePageDetail), $$"""{ {{PageFields}},"content":"# Prices","sources":[{{Source}}],"draft":{"title":"How we will price","content":"# New"} }""" },
        {
            typeof(KnowledgePageVersion),
            $$"""
            {"version":3,"title":"How we price","change_type":"ai_generation","created_by":{{Person}},"created_at":"2026-02-03T04:05:06Z",
             "updated_at":"2026-02-04T04:05:06Z"}
            """
        },
        { typeof(KnowledgeSource), Source },
    };

    /// <summary>Properties that the response doesn't contain: the client adds them from the request.</summary>
    private static readonly string[] s_requested =
    [
        "GroupMember.GroupId", "GroupMember.GroupName", "ScenarioAccess.ScenarioName", "ScenarioAnalytics.ScenarioId", "ScenarioAnalytics.ScenarioName",
        "ScenarioParticipant.ScenarioId", "ScenarioParticipant.ScenarioName", "SkillProficiency.SkillId", "SkillProficiency.SkillName", "KnowledgePageVersion.PageId",
    ];

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_complete_response_sets_every_property(Type model, string json)
    {
        var empty = new List<string>();
        FindEmpty(ModelJson.Read(model, json), empty);

        Assert.Equal(s_requested.Where(name => name.StartsWith(model.Name + ".", StringComparison.Ordinal)), empty);
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void An_empty_response_leaves_every_property_null(Type model, string json)
    {
        Assert.NotEmpty(json);
        var read = ModelJson.Read(model, "{}");

        Assert.All(model.GetProperties(), property => Assert.Null(property.GetValue(read)));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_response_of_nulls_leaves_every_property_null(Type model, string json)
    {
        Assert.NotEmpty(json);
        var fields = ModelJson.PropertiesOf(model).Select(property => $"\"{property.Name}\":null");
        var read = ModelJson.Read(model, $"{{{string.Join(',', fields)}}}");

        Assert.All(model.GetProperties(), property => Assert.Null(property.GetValue(read)));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_written_object_can_be_read_again(Type model, string json)
    {
        var read = ModelJson.Read(model, json);

        Assert.Equal(Describe(read), Describe(ModelJson.Read(model, ModelJson.Write(model, read))));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void The_text_of_no_property_is_a_type_name(Type model, string json)
    {
        var read = ModelJson.Read(model, json);

        Assert.All(model.GetProperties(), property => Assert.DoesNotContain(
            nameof(ExecPS), property.GetValue(read)?.ToString() ?? "", StringComparison.Ordinal));
        Assert.DoesNotContain(nameof(ExecPS), read.ToString(), StringComparison.Ordinal);
    }

    private static void FindEmpty(object model, List<string> empty)
    {
        foreach (var property in model.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = property.GetValue(model);
            if (value is null or "" || value is IList { Count: 0 })
                empty.Add($"{model.GetType().Name}.{property.Name}");
            foreach (var part in value as IEnumerable ?? new[] { value })
            {
                if (part is not null && part.GetType().Namespace == typeof(User).Namespace && part is not Rank and not ProficiencyTier and not Enum)
                    FindEmpty(part, empty);
            }
        }
    }

    private static string Describe(object model) => string.Join("\n", model.GetType().GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0)
        .Select(property => (property.Name, Value: property.GetValue(model)))
        .Select(part => $"{part.Name}: {(part.Value is IEnumerable list and not string ? string.Join("\n", list.Cast<object>().Select(Describe)) : part.Value)}"));
}
