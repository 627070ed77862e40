using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;
using ExecPS.TestServer;
using ExecPS.TestServer.Faults;

namespace ExecPS.Client.Tests.Paging;

/// <summary>The effect of each fault on the first, a middle, and the last page of a list: the same rows as without it, or the expected error.</summary>
public class FaultsTests
{
    private static readonly (string Name, Func<Fault> Fault)[] s_passing =
    [
        ("408", () => Fault.Status(408)),
        ("429", () => Fault.Status(429)),
        ("429 with Retry-After", () => Fault.Status(429, retryAfter: "20")),
        ("429 with retry_after", () => Fault.Status(429, bodyRetryAfter: 20)),
        ("500", () => Fault.Status(500)),
        ("502 with a web page", () => Fault.Status(502, body: "<html>Bad gateway</html>", contentType: "text/html")),
        ("503", () => Fault.Status(503, retryAfter: "20")),
        ("504", () => Fault.Status(504)),
        ("reset before headers", Fault.ResetBeforeHeaders),
        ("reset mid-body", Fault.ResetMidBody),
        ("truncated", Fault.Truncated),
        ("gzip", Fault.Gzip),
        ("slow body", () => Fault.SlowBody(TimeSpan.FromMilliseconds(1), 4096)),
    ];

    private static readonly (string Name, Func<Fault> Fault, Type Error)[] s_failing =
    [
        ("400", () => Fault.Status(400), typeof(ExecApiException)),
        ("401", () => Fault.Status(401), typeof(ExecApiException)),
        ("403", () => Fault.Status(403), typeof(ExecApiException)),
        ("404", () => Fault.Status(404), typeof(ExecApiException)),
        ("429 for an hour", () => Fault.Status(429, retryAfter: "3600"), typeof(ExecApiException)),
        ("redirect", () => Fault.Redirect(302, "https://example.com/"), typeof(ExecRedirectException)),
        ("web page", Fault.Html200, typeof(ExecResponseException)),
        ("empty", Fault.Empty200, typeof(ExecResponseException)),
        ("half of the JSON", Fault.MalformedJson, typeof(ExecResponseException)),
        ("another shape", () => Fault.WrongShape(), typeof(ExecResponseException)),
        ("null", () => Fault.WrongShape("null"), typeof(ExecResponseException)),
        ("another page", () => Fault.ReplaceBody(body => body.Replace("\"page\":", "\"page\":9", StringComparison.Ordinal)), typeof(ExecResponseException)),
    ];

    public static TheoryData<string, int> Passing => Table(s_passing.Select(entry => entry.Name));

    public static TheoryData<string, int> Failing => Table(s_failing.Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_transient_fault_changes_no_row(string fault, int page)
    {
        await using var server = await ServerAsync(Array.Find(s_passing, entry => entry.Name == fault).Fault(), page);
        using var client = TestClient.For(server);

        var rows = new List<string?>();
        await foreach (var row in client.ListAssignments().ReadAllAsync(TestContext.Current.CancellationToken))
            rows.Add(row.Id);

        Assert.Equal(server.World.Assignments.Select(row => row.Id), rows);
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_permanent_fault_is_an_error_after_the_rows_before_it(string fault, int page)
    {
        var (_, make, error) = Array.Find(s_failing, entry => entry.Name == fault);
        await using var server = await ServerAsync(make(), page);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
        for (var before = 1; before < page; before++)
            await reader.ReadAsync().Soon();

        var failure = await Record.ExceptionAsync(() => reader.ReadAsync().Soon());

        Assert.IsType(error, failure);
        Assert.Equal(
            error == typeof(ExecResponseException) ? $"GET /scenarios/assignments (page {page})" : "GET /scenarios/assignments",
            ((ExecException)failure!).Request);
        Assert.Contains(((ExecException)failure).Request, failure.Message, StringComparison.Ordinal);
        Assert.Equal((page - 1) * 100, reader.Given);
        Assert.Equal(1, server.Requests.Count(request => request.Page == page));
    }

    private static async Task<ExecTestServer> ServerAsync(Fault fault, int page)
    {
        var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 450 });
        server.Faults.Add(fault, page: page);
        return server;
    }

    private static TheoryData<string, int> Table(IEnumerable<string> names)
    {
        var table = new TheoryData<string, int>();
        foreach (var name in names)
        {
            foreach (var page in new[] { 1, 3, 5 })
                table.Add(name, page);
        }

        return table;
    }
}
