using System.Net.Http.Json;
using ExecPS.TestServer;
using ExecPS.TestServer.Faults;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>The test server's faults for writes, and how many effects the server counts.</summary>
public sealed class WriteFaultTests
{
    private static readonly Dictionary<string, Fault> s_faults = new()
    {
        ["reset before"] = Fault.ResetBeforeHeaders(),
        ["reset after"] = Fault.AfterProcessing(Fault.ResetBeforeHeaders()),
        ["close before"] = Fault.CloseBeforeHeaders(),
        ["close after"] = Fault.AfterProcessing(Fault.CloseBeforeHeaders()),
        ["hang after"] = Fault.AfterProcessing(Fault.HangBeforeHeaders()),
        ["truncated"] = Fault.Truncated(),
        ["reset in the body"] = Fault.ResetMidBody(),
        ["502 after"] = Fault.AfterProcessing(Fault.Status(502)),
        ["429"] = Fault.Status(429),
    };

    [Theory]
    [InlineData("reset before", 0, null), InlineData("reset after", 1, null), InlineData("close before", 0, null), InlineData("close after", 1, null)]
    [InlineData("truncated", 1, null), InlineData("reset in the body", 1, null), InlineData("502 after", 1, 502), InlineData("429", 0, 429)]
    [InlineData("hang after", 1, null)]
    public async Task A_fault_before_processing_has_no_effect_and_one_after_it_has_one(string fault, int effects, int? status)
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 20 });
        server.Faults.Add(s_faults[fault], method: "POST");
        using var http = Http(server);
        http.Timeout = fault == "hang after" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
        var assignment = new { user_email = server.World.Users[0].Email, due_date = DateTimeOffset.UtcNow.AddDays(7) };

        var send = http.PostAsJsonAsync($"scenarios/{server.World.Scenarios[0].Id}/assignments", assignment, TestContext.Current.CancellationToken);

        if (status is null)
            Assert.True(await Assert.ThrowsAnyAsync<Exception>(() => send) is HttpRequestException or TaskCanceledException);
        else
            Assert.Equal(status, (int)(await send).StatusCode);
        Assert.Equal(effects, server.Effects.GetValueOrDefault("assignScenario"));
        Assert.Equal(20 + effects, server.World.Assignments.Count);
    }

    [Fact]
    public async Task Rejected_and_deduplicated_writes_have_no_effect()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 20 });
        using var http = Http(server);
        var session = new { user_email = server.World.Users[0].Email, prompt = "A call", request_id = "one" };

        foreach (var body in new object[] { session, session, new { prompt = "A call" } })
            await http.PostAsJsonAsync("scenario-studio", body, TestContext.Current.CancellationToken);

        Assert.Equal(1, server.Effects["createScenarioStudioSession"]);
        Assert.Equal(3, server.Requests.Count(request => request.Body.Contains("A call", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_process_configures_faults_and_reads_effects_and_bodies()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 20 });
        using var http = Http(server);
        var control = new Uri(server.BaseUri, "/_control/");
        using var rules = new StringContent("""[{"method":"DELETE","path":"/scenario-studio/jobs/jobqueued001","fault":"status","status":502,"after_processing":true}]""");
        await http.PostAsync(new Uri(control, "faults"), rules, TestContext.Current.CancellationToken);

        using var response = await http.DeleteAsync(new Uri("scenario-studio/jobs/jobqueued001", UriKind.Relative), TestContext.Current.CancellationToken);
        using var studio = await http.PostAsJsonAsync("scenario-studio", new { prompt = "A call" }, TestContext.Current.CancellationToken);

        Assert.Equal(502, (int)response.StatusCode);
        Assert.Equal("""{"cancelScenarioJob":1}""", await http.GetStringAsync(new Uri(control, "effects"), TestContext.Current.CancellationToken));
        Assert.Contains("""{\u0022prompt\u0022:\u0022A call\u0022}""", await http.GetStringAsync(new Uri(control, "requests"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await http.DeleteAsync(new Uri(control, "effects"), TestContext.Current.CancellationToken);
        Assert.Equal("{}", await http.GetStringAsync(new Uri(control, "effects"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_limit_of_scenario_creations_is_enforced_in_addition()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 20, EnforceLimits = true });
        using var http = Http(server);
        var session = new { user_email = server.World.Users[0].Email, prompt = "A call" };

        var statuses = new List<int>();
        for (var sent = 0; sent < 11; sent++)
            statuses.Add((int)(await http.PostAsJsonAsync(sent % 2 == 0 ? "scenario-studio" : "scenario-studio/jobs", session, TestContext.Current.CancellationToken)).StatusCode);
        using var read = await http.GetAsync(new Uri("workspace", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(429, statuses.Take(10));
        Assert.Equal((429, 200), (statuses[10], (int)read.StatusCode));
    }

    private static HttpClient Http(ExecTestServer server)
    {
        var http = new HttpClient { BaseAddress = server.BaseUri };
        http.DefaultRequestHeaders.Authorization = new("Bearer", server.ApiKey);
        return http;
    }
}
