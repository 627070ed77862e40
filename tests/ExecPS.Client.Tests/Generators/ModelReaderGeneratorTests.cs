using ExecPS.Client.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExecPS.Client.Tests.Generators;

/// <summary>Which models get a reader of code, and what it sets; what the readers give is ModelReaderTests' to say.</summary>
public sealed class ModelReaderGeneratorTests
{
    [Fact]
    public void A_property_is_read_by_its_name_in_snake_case() =>
        Assert.Contains("name.SequenceEqual(\"first_name\"u8)", Generate("public string? FirstName { get; set; }"), StringComparison.Ordinal);

    [Fact]
    public void A_property_with_a_name_for_JSON_is_read_by_that() =>
        Assert.Contains("name.SequenceEqual(\"givenName\"u8)", Generate("""[JsonPropertyName("givenName")] public string? FirstName { get; set; }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("public string? Title => null;")]
    [InlineData("public string? Title { get; private set; }")]
    [InlineData("internal string? Title { get; set; }")]
    [InlineData("public static string? Title { get; set; }")]
    [InlineData("[JsonIgnore] public string? Title { get; set; }")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.Always)] public string? Title { get; set; }")]
    public void What_JSON_does_not_set_is_not_read(string property) => Assert.DoesNotContain("title", Generate(property), StringComparison.Ordinal);

    [Theory]
    [InlineData("public string? Title { get; set; }", "json.GetString()")]
    [InlineData("[JsonInclude] internal string? Title { get; set; }", "json.GetString()")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Title { get; set; }", "json.GetString()")]
    [InlineData("public int Title { get; set; }", "json.GetInt32()")]
    [InlineData("public long? Title { get; set; }", "json.TokenType == JsonTokenType.Null ? null : json.GetInt64()")]
    [InlineData("public List<Row>? Title { get; set; }", "ReadListRow(ref json)")]
    [InlineData("public Row? Title { get; set; }", "ReadRow(ref json)")]
    public void What_JSON_sets_is_read_as_its_type_is(string property, string call) =>
        Assert.Contains($"model.Title = {call};", Generate(property), StringComparison.Ordinal);

    [Theory]
    [InlineData("public Dictionary<string, string>? Other { get; set; }")]
    [InlineData("public object? Other { get; set; }")]
    [InlineData("public string? Other { get; init; }")]
    [InlineData("public List<decimal>? Other { get; set; }")]
    [InlineData("public required string Other { get; set; }")]
    [InlineData("[JsonRequired] public string? Other { get; set; }")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public int Other { get; set; }")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter))] public int Other { get; set; }")]
    [InlineData("[JsonExtensionData] public Dictionary<string, object>? Other { get; set; }")]
    public void A_model_that_code_can_not_read_is_left_to_the_metadata(string property) =>
        Assert.Contains("new(null, static () => global::Api.Context.Default.Row)", Generate(property), StringComparison.Ordinal);

    [Fact]
    public void A_model_within_one_that_code_can_not_read_still_has_its_own_reader()
    {
        var source = Generate("public List<decimal>? Other { get; set; }", "[JsonSerializable(typeof(Inner))]", "public class Inner { public int Id { get; set; } }");

        Assert.Contains("new(ReadInner, static () => global::Api.Context.Default.Inner)", source, StringComparison.Ordinal);
        Assert.DoesNotContain("ReadRow", source, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_base_class_has_is_read_too() =>
        Assert.Contains(
            "model.Inherited = json.GetBoolean();",
            Generate("", "[JsonSerializable(typeof(Derived))]", "public class Base { public bool Inherited { get; set; } } public class Derived : Base;"),
            StringComparison.Ordinal);

    private static string Generate(string property, string registration = "", string type = "")
    {
        var compilation = CSharpCompilation.Create(
            "Api",
            [CSharpSyntaxTree.ParseText(
                $$"""
                using System.Collections.Generic;
                using System.Text.Json.Serialization;
                namespace Api;
                [JsonSerializable(typeof(Row))] {{registration}}
                internal partial class Context : JsonSerializerContext;
                public class Row { {{property}} }
                {{type}}
                """,
                cancellationToken: TestContext.Current.CancellationToken)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var run = CSharpGeneratorDriver.Create(new ModelReaderGenerator()).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();

        Assert.Empty(run.Diagnostics);
        return Assert.Single(run.GeneratedTrees).ToString();
    }
}
