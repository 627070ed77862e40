using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExecPS.Client.Models;
using ExecPS.Export;
using ExecPS.Sandbox;

namespace ExecPS.Tests.Export;

/// <summary>The content of exported files, read by CsvHelper and System.Text.Json, compared with the sandbox.</summary>
public sealed class ExportedFileTests : IDisposable
{
    private static readonly ExportResource[] s_all = Enum.GetValues<ExportResource>();
    private static readonly SandboxWorkspace s_world = new(new() { AssignmentCount = 300 });

    private readonly ExportFolderFixture _fixture = new();

    public static TheoryData<ExportResource> Resources => [.. s_all];

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task The_counts_and_sums_of_a_CSV_file_are_those_of_the_workspace()
    {
        await ExportAsync(_fixture.Options, ExportResource.Assignment, ExportResource.Session, ExportResource.Member);

        var assignments = ExportFile.Read(_fixture.PathOf("assignments.csv"));
        Assert.Equal(s_world.Assignments.Count, assignments.Count);
        Assert.Equal(s_world.Assignments.Sum(row => row.BestScore ?? 0), Sum(assignments, "BestScore"), 6);
        Assert.Equal(s_world.Assignments.Sum(row => (double)(row.AttemptCount ?? 0)), Sum(assignments, "AttemptCount"));
        Assert.Equal(
            s_world.Assignments.GroupBy(row => $"{row.Status}").Select(group => (group.Key, group.Count())).Order(),
            assignments.GroupBy(row => row["Status"]).Select(group => (group.Key, group.Count())).Order());

        var sessions = s_world.Sample.Sessions.All.ToList();
        var exported = ExportFile.Read(_fixture.PathOf("sessions.csv"));
        Assert.Equal(sessions.Count, exported.Count);
        Assert.Equal(sessions.Sum(row => row.Score ?? 0), Sum(exported, "Score"), 6);
        Assert.Equal(sessions.Sum(row => (double)(row.DurationSeconds ?? 0)), Sum(exported, "DurationSeconds"));
        Assert.Equal(s_world.Sample.Members.Select(person => person.User.Email).Order(), ExportFile.Read(_fixture.PathOf("members.csv")).Select(row => row["Email"]).Order());
    }

    [Fact]
    public async Task JSON_Lines_have_typed_values_and_every_property()
    {
        await ExportAsync(_fixture.Options with { Format = RowFormat.Of(ExportFormat.JsonLines, false) }, ExportResource.Session, ExportResource.Scenario);

        var sessions = ReadJson("sessions.jsonl");
        Assert.All(sessions, row => Assert.Equal(Columns(ExportResource.Session), row.EnumerateObject().Select(property => property.Name)));
        Assert.Contains(sessions, row => row.GetProperty("Score").ValueKind == JsonValueKind.Null);
        Assert.Contains(sessions, row => row.GetProperty("Score").ValueKind == JsonValueKind.Number);
        Assert.All(sessions, row => Assert.True(row.GetProperty("IsValidAttempt").ValueKind is JsonValueKind.True or JsonValueKind.False));
        Assert.All(ReadJson("scenarios.jsonl"), row => Assert.Equal(JsonValueKind.Array, row.GetProperty("SkillNames").ValueKind));
        Assert.Equal(s_world.Sample.Sessions.All.Sum(row => row.Score ?? 0), sessions.Sum(row => row.GetProperty("Score") is { ValueKind: JsonValueKind.Number } score ? score.GetDouble() : 0), 6);
    }

    [Fact]
    public async Task Both_formats_have_the_same_values()
    {
        var json = _fixture.PathOf("json");
        await ExportAsync(_fixture.Options, s_all);
        await ExportAsync(_fixture.Options with { Path = json, Format = RowFormat.Of(ExportFormat.JsonLines, false) }, s_all);

        foreach (var definition in ExportDefinitions.All)
        {
            var cells = ExportFile.Read(_fixture.PathOf(definition.FileName + ".csv")).Select(row => row.Values.ToList());
            var values = ReadJson(Path.Combine(json, definition.FileName + ".jsonl")).Select(row => row.EnumerateObject().Select(property => property.Value switch
            {
                { ValueKind: JsonValueKind.Array } list => string.Join("; ", list.EnumerateArray()),
                { ValueKind: JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null or JsonValueKind.String or JsonValueKind.Number } value => value.ToString(),
                var other => throw new InvalidOperationException(other.ToString()),
            }).ToList());
            Assert.Equal(values, cells);
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task The_keys_and_times_read_from_a_file_are_those_of_the_rows(ExportResource resource)
    {
        // A second export recognizes every row, and a file sorts in the same way whether rows are new or read from a file.
        foreach (var format in (RowFormat[])[RowFormat.Of(ExportFormat.Csv, false), RowFormat.Of(ExportFormat.Csv, true), RowFormat.Of(ExportFormat.JsonLines, false)])
        {
            var options = _fixture.Options with { Path = _fixture.PathOf(format.Name), Format = format };
            var first = await ExportAsync(options, resource);
            var file = first.Single().Path;
            var bytes = File.ReadAllBytes(file);
            var second = await ExportAsync(options, resource);

            Assert.True(first.Single().RowCount > 0);
            Assert.Equal(first.Single().RowCount, first.Single().NewRowCount);
            Assert.Equal((first.Single().RowCount, 0), (second.Single().RowCount, second.Single().NewRowCount));
            Assert.Equal(bytes, File.ReadAllBytes(file));
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void The_columns_are_properties_of_the_objects_of_the_module(ExportResource resource)
    {
        var type = typeof(Assignment).Assembly.GetType($"ExecPS.Client.Models.{resource}")!;

        Assert.All(Columns(resource), column => Assert.NotNull(type.GetProperty(column)));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void The_help_lists_the_columns_with_their_types(ExportResource resource)
    {
        var definition = ExportDefinitions.All.Single(definition => definition.Resource == resource);
        var page = Repository.Read("docs", "en-US", "about_ExecPS_Export.md").Replace("\r\n", "\n", StringComparison.Ordinal);
        var section = Regex.Match(page, $@"(?s)\n### {resource}: {definition.FileName}\n(.*?)(?=\n#)").Groups[1].Value;
        var rows = Regex.Matches(section, @"(?m)^\| `(\w+)` \| (\w+) \|$").Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");

        Assert.Equal(definition.Columns.Select(column => $"{column.Name} {column.Type.ToString().ToLowerInvariant()}"), rows);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public async Task The_culture_doesnt_change_the_bytes(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        await ExportAsync(_fixture.Options, s_all);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            await ExportAsync(_fixture.Options with { Path = _fixture.PathOf(culture) }, s_all);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        foreach (var file in Directory.EnumerateFiles(_fixture.Folder, "*.csv"))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(_fixture.Folder, culture, Path.GetFileName(file))));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a=1", "a=1")]
    public void For_Excel_text_that_is_a_formula_gets_an_apostrophe(string text, string expected)
    {
        Assert.Equal($"{expected},-5,2026-03-01T00:00:00Z\r\n", Format(text, -5, forExcel: true));
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("", "\"\"")]
    [InlineData(null, "")]
    [InlineData("=1+1", "=1+1")]
    public void A_cell_has_quotation_marks_only_if_necessary(string? text, string expected)
    {
        Assert.Equal($"{expected},0.1,2026-03-01T00:00:00Z\r\n", Format(text, 0.1, forExcel: false));
    }

    [Fact]
    public async Task Only_a_file_for_Excel_has_a_byte_order_mark()
    {
        await ExportAsync(_fixture.Options, ExportResource.Group);
        await ExportAsync(_fixture.Options with { Path = _fixture.PathOf("excel"), Format = RowFormat.Of(ExportFormat.Csv, true) }, ExportResource.Group);

        Assert.Equal((byte)'I', File.ReadAllBytes(_fixture.PathOf("groups.csv"))[0]);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_fixture.PathOf("excel/groups.csv"))[..3]);
    }

    [Theory]
    [InlineData("2026-03-01T14:30:00Z")]
    [InlineData("2026-03-01T14:30:00.5Z")]
    [InlineData("2026-12-31T23:59:59.1234567Z")]
    [InlineData("0001-01-01T00:00:00.0000001Z")]
    public void Times_are_read_as_they_were_written(string text)
    {
        var time = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        var bytes = new ByteBuffer();
        IsoTime.Write(bytes, time);
        var written = bytes.Take();

        Assert.Equal(text, Encoding.ASCII.GetString(written));
        Assert.Equal(time.Ticks, IsoTime.ParseTicks(written));
    }

    private static string Format(string? text, double number, bool forExcel)
    {
        var columns = new ColumnList<Collection>()
            .Text("Name", _ => text).Number("ScenarioCount", _ => number).Time("CreatedAt", _ => new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc).ToLocalTime());
        var definition = new ListDefinition<Collection>(ExportResource.Collection, "x", columns, ["Name"], null, _ => throw new InvalidOperationException());
        var row = RowFormat.Of(ExportFormat.Csv, forExcel).CreateWriter(definition).Write(columns, [new Collection()]).Single();
        var read = RowFormat.Of(ExportFormat.Csv, forExcel).Read(row.Buffer, 0, definition).Single();
        Assert.Equal(row.Key, read.Key);
        return Encoding.UTF8.GetString(row.Buffer);
    }

    private static IEnumerable<string> Columns(ExportResource resource) => ExportDefinitions.All.Single(definition => definition.Resource == resource).Columns.Select(column => column.Name);

    private static double Sum(IEnumerable<Dictionary<string, string>> rows, string column) =>
        rows.Sum(row => row[column].Length == 0 ? 0 : double.Parse(row[column], CultureInfo.InvariantCulture));

    private List<JsonElement> ReadJson(string file) => [.. File.ReadLines(_fixture.PathOf(file)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static async Task<List<ExportedFile>> ExportAsync(ExportOptions options, params ExportResource[] resources)
    {
        using var client = ExportFolderFixture.Connect(s_world);
        var results = await ExportFolderFixture.RunAsync(client, options, null, resources);
        Assert.All(results, result => Assert.True(result.File.IsComplete, result.File.Message));
        return [.. results.Select(result => result.File)];
    }
}
