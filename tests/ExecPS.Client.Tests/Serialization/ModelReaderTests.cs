using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Serialization;

/// <summary>The readers that the build writes read what System.Text.Json reads, to the same objects, and leave it the rest.</summary>
public sealed class ModelReaderTests
{
    private const string Row = """{"id":"a1","status":"past_due","due_date":"2026-02-03T04:05:06Z","attempt_count":3,"user":{"id":"u1","first_name":"Ada"}}""";

    // A score may be infinite, as far as System.Text.Json goes: 1e999 is.
    private static readonly JsonSerializerOptions s_written = new(ExecJsonContext.Default.Options) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>What an answer may be that no API means: none of it is the readers' to judge.</summary>
    public static TheoryData<string> OddPages =>
    [
        "",
        " ",
        "null",
        "[]",
        "7",
        "{",
        "{}",
        "{}{}",
        "{} x",
        """{"data":null}""",
        """{"data":{}}""",
        """{"data":[null]}""",
        """{"data":[[]]}""",
        """{"data":[7]}""",
        """{"data":[{},]}""",
        """{"data":[{}]/* comment */}""",
        """{"DATA":[{}],"Data":[{}]}""",
        """{"d\u0061ta":[{"i\u0064":"a1"}]}""",
        """{"data":[{"id":"a\u0031","user":{"first_name":"Ada\n\ud83d\ude00"}}]}""",
        """{"data":[{"id":"a\ud800"}]}""",
        """{"data":[{"id":7}]}""",
        """{"data":[{"id":"a1","id":"a2"}],"data":[{"id":"a3"}]}""",
        """{"data":[{"id":"a1","unheard_of":{"id":["x",{"id":"y"}]},"id_":1}]}""",
        """{"data":[{"status":null,"best_rank":null,"due_date":null,"attempt_count":null,"user":null}]}""",
        """{"data":[{"status":7}]}""",
        """{"data":[{"status":""}]}""",
        """{"data":[{"best_rank":"unheard_of","status":"PAST_DUE"}]}""",
        """{"data":[{"best_rank":{}}]}""",
        """{"data":[{"attempt_count":3.0}]}""",
        """{"data":[{"attempt_count":3.5}]}""",
        """{"data":[{"attempt_count":"3"}]}""",
        """{"data":[{"attempt_count":99999999999}]}""",
        """{"data":[{"best_score":1e3,"attempt_min":-0}]}""",
        """{"data":[{"best_score":1e999}]}""",
        """{"data":[{"best_score":true}]}""",
        """{"data":[{"due_date":"2026-02-03"}]}""",
        """{"data":[{"due_date":"2026-02-03T04:05:06.1234567+02:00"}]}""",
        """{"data":[{"due_date":"tomorrow"}]}""",
        """{"data":[{"due_date":1770091506}]}""",
        """{"data":[{"user":[]}]}""",
        """{"data":[{"user":"u1"}]}""",
        """{"pagination":{"page":1,"page_size":100,"total_count":null,"total_pages":1}}""",
        """{"pagination":{"page":null}}""",
        """{"pagination":{"total_count":9223372036854775808}}""",
        $$"""{"data":[{"user":{{Nested(100)}}}]}""",
        $$"""{"unheard_of":{{Nested(100)}}}""",
        $$"""  {"data" : [ {{Row}} , {{Row}} ] , "pagination" : { "total_count" : 2 } }  """,
    ];

    [Fact]
    public void Only_raw_JSON_has_no_reader_of_its_own() =>
        Assert.Equal(
            [typeof(JsonElement), typeof(Page<RawRow>)],
            ModelJson.Readers.Where(reader => !IsCompiled((dynamic)reader.Value)).Select(reader => reader.Key).OrderBy(type => type.Name));

    [Theory]
    [MemberData(nameof(EveryPropertyTests.Answers), MemberType = typeof(EveryPropertyTests))]
    public void A_whole_answer_reads_to_what_the_metadata_read(Type model, string json) =>
        Assert.Equal(ModelJson.Write(model, ModelJson.ReadByMetadata(model, json)), ModelJson.Write(model, ModelJson.Read(model, json)));

    [Fact]
    public void An_ordinary_page_is_read_by_the_code_alone()
    {
        Assert.True(ModelReaders.PageAssignment.TryRead(Encoding.UTF8.GetBytes($$"""{"data":[{{Row}}]}"""), out var page));
        Assert.Equal("Ada", Assert.Single(page!.Data!).UserName);
    }

    [Theory]
    [MemberData(nameof(OddPages))]
    public void An_odd_page_reads_or_fails_as_by_the_metadata(string json) => AssertAsByMetadata(Encoding.UTF8.GetBytes(json));

    [Fact]
    public async Task A_damaged_page_reads_or_fails_as_by_the_metadata()
    {
        var page = await RealAnswers.OfAsync("/scenarios/assignments");
        var random = new Random(1);
        var byCode = 0;
        for (var run = 0; run < RealAnswers.DamagedCount; run++)
            byCode += AssertAsByMetadata(Damage.To(page, random)) ? 1 : 0;

        // Damage that hurts nothing and damage that hurts: a run of one kind alone tests nothing.
        Assert.InRange(byCode, 1, RealAnswers.DamagedCount - 1);
    }

    /// <returns>Whether the code read it.</returns>
    private static bool AssertAsByMetadata(byte[] json)
    {
        Assert.Equal(
            Outcome(() => JsonSerializer.Deserialize(json, ExecJsonContext.Default.PageAssignment)),
            Outcome(() => ModelReaders.PageAssignment.Read(json)));
        return ModelReaders.PageAssignment.TryRead(json, out _);
    }

    /// <summary>What came out: the object, or what is wrong and where; and the names that aren't known.</summary>
    private static string Outcome(Func<Page<Assignment>?> read)
    {
        using var unknown = new UnknownValues();
        try
        {
            return $"{JsonSerializer.Serialize(read(), s_written)} {string.Join(' ', unknown.Met)}";
        }
        catch (JsonException exception)
        {
            return $"{exception.Path} {exception.LineNumber} {exception.Message}";
        }
    }

    private static bool IsCompiled<T>(ModelReader<T> reader) => reader.TryRead("null"u8, out _);

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth);
}
