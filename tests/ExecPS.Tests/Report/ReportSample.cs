using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ExecPS.Client;
using ExecPS.Client.Models;
using ExecPS.Report;
using ExecPS.Sandbox;

namespace ExecPS.Tests.Report;

/// <summary>The rows of the sandbox, and reports of rows.</summary>
internal sealed class ReportSample
{
    /// <summary>A Wednesday, so that the current week has begun.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 14, 30, 0, TimeSpan.FromHours(5.5));

    private static readonly Lazy<Task<ReportSample>> s_sandbox = new(ReadSandboxAsync);

    public List<Assignment> Assignments { get; init; } = [];

    public List<Session> Sessions { get; init; } = [];

    public List<GroupMember> Members { get; init; } = [];

    /// <summary>The 2,500 assignments, all sessions, and the members of the groups of the sandbox.</summary>
    public static Task<ReportSample> SandboxAsync() => s_sandbox.Value;

    public string Render(string title = "Report", params ReportGroup[] groups)
    {
        var input = new ReportInput();
        input.Assignments.AddRange(Assignments);
        input.Sessions.AddRange(Sessions);
        input.Members.AddRange(Members);
        return ReportPage.Render(new(input, groups.Length > 0 ? groups : [ReportGroup.Program, ReportGroup.Scenario, ReportGroup.Team, ReportGroup.User], Now), title);
    }

    public IHtmlDocument Parse(string title = "Report", params ReportGroup[] groups) => new HtmlParser().ParseDocument(Render(title, groups));

    /// <summary>The cells of a table by its caption, without the header: the first cell of each row, and the others.</summary>
    public static List<string[]> Table(IHtmlDocument document, string caption) =>
        [.. document.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent == caption)
            .QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

    private static async Task<ReportSample> ReadSandboxAsync()
    {
        var world = new SandboxWorkspace(new() { Clock = new FixedClock() });
        using var client = new ExecClient(SandboxDefaults.ApiKey, new() { BaseUri = SandboxDefaults.BaseUri, RequestsPerMinute = 0 }, new SandboxHandler(world, SandboxDefaults.ApiKey));
        var groups = await client.ListGroups().ReadAllAsync().ToDictionaryAsync(group => group.Id!, group => group.Name);
        var members = await client.ListGroupMembers(groups.Keys).ReadAllAsync().ToListAsync();
        members.ForEach(member => member.GroupName = groups[member.GroupId!]);
        return new()
        {
            Members = members,
            Assignments = await client.ListAssignments().ReadAllAsync().ToListAsync(),
            Sessions = await client.ListSessions().ReadAllAsync().ToListAsync(),
        };
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
