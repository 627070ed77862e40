using System.Reflection;
using System.Text.Json;
using ExecPS.Client.Errors;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>Nested lists, whose rows get the ID of the item: a damaged page is an error that names the page, as in every other list.</summary>
public sealed class NestedListTests
{
    private static readonly MethodInfo[] s_lists =
    [
        .. typeof(ExecClient).GetMethods().Where(method => method.ReturnType.Name.StartsWith(nameof(ExecListing<object>), StringComparison.Ordinal)
            && method.GetParameters() is [var item, .. var others] && item.Name!.EndsWith("Id", StringComparison.Ordinal) && others.All(other => other.IsOptional)),
    ];

    /// <summary>Every operation of the client that lists by the ID of an item.</summary>
    public static TheoryData<string> Lists => [.. s_lists.Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_null_row_is_an_error_that_names_the_page(string list)
    {
        using var client = RecordingTransport.ThatResponds(Json.Page(["{}", "null"])).Client();

        var failure = await Assert.ThrowsAsync<ExecResponseException>(() => CountAsync(client, list, "item1"));

        Assert.EndsWith("(page 1)", failure.Request, StringComparison.Ordinal);
        Assert.Contains("one of its rows is null", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ListScenarioParticipants", "/scenarios", "/scenarios/{id}/analytics/participants")]
    [InlineData("ListSkillProficiency", "/skills", "/skills/{id}/proficiency")]
    [InlineData("ListKnowledgePageVersions", "/knowledge-hub/pages", "/knowledge-hub/pages/{id}/versions")]
    public async Task A_damaged_page_is_read_or_causes_an_error(string list, string items, string path)
    {
        var id = JsonDocument.Parse(await RealResponses.OfAsync(items)).RootElement.GetProperty("data")[0].GetProperty("id").GetString()!;
        var page = await RealResponses.OfAsync(path.Replace("{id}", id, StringComparison.Ordinal));
        var random = new Random(path.Length);
        var (read, rejected) = (0, 0);
        for (var run = 0; run < RealResponses.DamagedCount; run++)
        {
            var damaged = Damage.To(page, random);
            using var client = new RecordingTransport(_ => new() { Content = new ByteArrayContent(damaged) }).Client();
            try
            {
                await CountAsync(client, list, id);
                read++;
            }
            catch (ExecException)
            {
                rejected++;
            }
        }

        Assert.True(read > 0 && rejected > 0, $"{read} read, {rejected} rejected");
    }

    private static Task<int> CountAsync(ExecClient client, string list, string id)
    {
        var method = Array.Find(s_lists, one => one.Name == list)!;
        var listing = method.Invoke(client, [id, .. method.GetParameters().Skip(1).Select(_ => Type.Missing)])!;
        var count = typeof(NestedListTests).GetMethod(nameof(CountRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Task<int>)count.MakeGenericMethod(listing.GetType().GetGenericArguments()).Invoke(null, [listing])!;
    }

    private static async Task<int> CountRowsAsync<T>(ExecListing<T> listing)
        where T : class
    {
        await using var reader = listing.Read(new() { First = 100 }, new NoticeLog(), TestContext.Current.CancellationToken);
        var rows = 0;
        while (await reader.ReadAsync() is { } page)
            rows += page.Count;
        return rows;
    }
}
