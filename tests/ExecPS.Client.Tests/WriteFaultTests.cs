using ExecPS.Client.Errors;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;
using ExecPS.TestServer;
using ExecPS.TestServer.Faults;

namespace ExecPS.Client.Tests;

/// <summary>Each write operation with each fault: how often it takes effect (never twice), and what the caller learns.</summary>
public sealed class WriteFaultTests
{
    private static readonly DateTime s_due = new(2030, 12, 1, 22, 59, 59, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private enum Outcome
    {
        /// <summary>The operation took effect once, and the caller gets the result.</summary>
        Done,

        /// <summary>The request timed out, so the outcome isn't known. The user can repeat the command without harm.</summary>
        TimedOut,

        /// <summary>The operation took no effect, and the caller learns that the outcome is unknown.</summary>
        Unknown,
    }

    /// <summary>Operations by name, and whether they may be repeated.</summary>
    private static readonly Dictionary<string, (bool MayRepeat, Func<ExecClient, Ids, Task> Write)> s_operations = new()
    {
        ["assignScenario"] = (false, (client, ids) => client.AssignScenarioAsync(ids.Scenario, new() { UserEmail = ids.Email, DueDate = s_due }, cancellationToken: Stop)),
        ["createKnowledgeHubPage"] = (false, (client, _) => client.CreateKnowledgePageAsync(new() { Title = "Fault", Content = "# Text" }, cancellationToken: Stop)),
        ["updateKnowledgeHubPage"] = (false, (client, ids) => client.UpdateKnowledgePageAsync(ids.Page, new() { Content = "# New" }, cancellationToken: Stop)),
        ["updateKnowledgeHubPage title"] = (true, (client, ids) => client.UpdateKnowledgePageAsync(ids.Page, new() { Title = "New" }, cancellationToken: Stop)),
        ["grantScenarioAccess"] = (true, (client, ids) => client.GrantScenarioAccessAsync(
            ids.Scenario, new() { UserEmail = ids.Email, PermissionLevel = ScenarioPermissionLevel.Edit }, cancellationToken: Stop)),
        ["createScenarioStudioSession"] = (true, (client, ids) => client.CreateStudioSessionAsync(new() { UserEmail = ids.Email, Prompt = "A call", RequestId = "r1" }, cancellationToken: Stop)),
        ["createScenarioJob"] = (true, (client, ids) => client.CreateScenarioJobAsync(new() { UserEmail = ids.Email, Prompt = "A call", RequestId = "r1" }, cancellationToken: Stop)),
        ["cancelScenarioJob"] = (true, async (client, ids) => Assert.Equal(ScenarioJobStatus.Cancelled, (await client.CancelScenarioJobAsync(ids.Job, cancellationToken: Stop)).Status)),
        ["archiveKnowledgeHubPage"] = (true, (client, ids) => client.ArchiveKnowledgePageAsync(ids.Page, cancellationToken: Stop)),
        ["createKnowledgeHubSource"] = (true, (client, _) => client.CreateKnowledgeSourceAsync(new() { Title = "Fault", Url = new("https://acme.com/fault") }, cancellationToken: Stop)),
        ["deleteKnowledgeHubSource"] = (true, (client, ids) => client.DeleteKnowledgeSourceAsync(ids.Source, cancellationToken: Stop)),
    };

    /// <summary>Faults by name, and whether the server processes the request.</summary>
    private static readonly Dictionary<string, (bool IsProcessed, Fault Fault)> s_faults = new()
    {
        ["reset before processing"] = (false, Fault.ResetBeforeHeaders()),
        ["closed without a response"] = (false, Fault.CloseBeforeHeaders()),
        ["no response, not processed"] = (false, Fault.HangBeforeHeaders()),
        ["502 before processing"] = (false, Fault.Status(502)),
        ["reset after processing"] = (true, Fault.AfterProcessing(Fault.ResetBeforeHeaders())),
        ["closed after processing"] = (true, Fault.AfterProcessing(Fault.CloseBeforeHeaders())),
        ["no response, processed"] = (true, Fault.AfterProcessing(Fault.HangBeforeHeaders())),
        ["half a response"] = (true, Fault.Truncated()),
        ["502 after processing"] = (true, Fault.AfterProcessing(Fault.Status(502))),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var operation in s_operations.Keys)
            {
                foreach (var fault in s_faults.Keys)
                    cases.Add(operation, fault);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_write_takes_effect_at_most_once(string operation, string fault)
    {
        var (mayRepeat, write) = s_operations[operation];
        var (isProcessed, cause) = s_faults[fault];
        var expected = mayRepeat && fault.StartsWith("no response", StringComparison.Ordinal) ? Outcome.TimedOut
            : mayRepeat || isProcessed ? Outcome.Done
            : Outcome.Unknown;
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 50 });
        using var client = Client(server);
        var ids = await Ids.ReadAsync(client);
        var before = Effects(server, operation);
        server.Faults.Add(cause, method: Method(operation));

        var failure = await Record.ExceptionAsync(() => write(client, ids));

        var effects = Effects(server, operation) - before;
        if (expected == Outcome.Done)
        {
            Assert.Null(failure);
            Assert.Equal(1, effects);
        }
        else if (expected == Outcome.TimedOut)
        {
            Assert.True(Assert.IsType<ExecTimeoutException>(failure).MayHaveBeenProcessed);
            Assert.Equal(isProcessed ? 1 : 0, effects);
        }
        else
        {
            Assert.IsType<ExecOutcomeUnknownException>(failure);
            Assert.Equal(0, effects);
            Assert.Single(server.Requests, request => request.Method == Method(operation) && !request.Path.EndsWith("/jobs", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task After_429_every_write_is_repeated()
    {
        foreach (var (operation, (_, write)) in s_operations)
        {
            await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 50 });
            using var client = TestClient.For(server);
            var ids = await Ids.ReadAsync(client);
            var before = Effects(server, operation);
            server.Faults.Add(Fault.Status(429, retryAfter: "1"), method: Method(operation));

            await write(client, ids);

            Assert.Equal(1, Effects(server, operation) - before);
        }
    }

    [Fact]
    public async Task An_assignment_of_an_earlier_request_never_explains_a_lost_response()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 50 });
        using var client = Client(server);
        var ids = await Ids.ReadAsync(client);
        await s_operations["assignScenario"].Write(client, ids);
        server.Faults.Add(Fault.ResetBeforeHeaders(), method: "POST");

        await Assert.ThrowsAsync<ExecOutcomeUnknownException>(() => s_operations["assignScenario"].Write(client, ids));

        Assert.Equal(1, server.Effects["assignScenario"]);
    }

    [Fact]
    public async Task An_unknown_outcome_names_the_request_and_why_the_result_was_not_found()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 50 });
        using var client = Client(server, retries: 0);
        var ids = await Ids.ReadAsync(client);
        server.Faults.Add(Fault.ResetBeforeHeaders(), method: "POST");
        server.Faults.Add(Fault.Status(500), path: "/scenarios/assignments", method: "GET");

        var failure = await Assert.ThrowsAsync<ExecOutcomeUnknownException>(() => s_operations["assignScenario"].Write(client, ids));

        Assert.Equal($"POST /scenarios/{ids.Scenario}/assignments", failure.Request);
        Assert.IsType<ExecConnectionException>(failure.InnerException);
        Assert.IsType<ExecApiException>(failure.ReadFailure);
        Assert.True(failure.MayHaveBeenProcessed);
    }

    [Fact]
    public async Task A_cancellation_that_was_too_late_is_an_error_even_if_an_attempt_was_lost()
    {
        var clock = FakeClock.ThatSkipsWaits();
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 50 });
        using var client = TestClient.For(server, clock);
        server.Faults.Add(Fault.ResetBeforeHeaders(), method: "DELETE");

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.CancelScenarioJobAsync("jobcompleted", cancellationToken: Stop));

        Assert.Equal((400, true), (failure.StatusCode, failure.EarlierAttemptMayHaveBeenProcessed));
    }

    [Fact]
    public async Task Archiving_an_item_that_does_not_exist_is_an_error()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 50 });
        using var client = Client(server);

        var failure = await Assert.ThrowsAsync<ExecApiException>(() => client.ArchiveKnowledgePageAsync("none", cancellationToken: Stop));

        Assert.Equal(404, failure.StatusCode);
    }

    /// <summary>A client whose timeout uses the real clock, because a request without a response has to end.</summary>
    private static ExecClient Client(ExecTestServer server, int retries = 2) => new(server.ApiKey, new()
    {
        BaseUri = server.BaseUri, RequestsPerMinute = 0, MaximumRetryCount = retries, RetryInterval = TimeSpan.FromMilliseconds(1), Timeout = TimeSpan.FromSeconds(1),
    });

    private static int Effects(ExecTestServer server, string operation) => server.Effects.GetValueOrDefault(operation.Split(' ')[0]);

    private static string Method(string operation) => operation switch
    {
        "updateKnowledgeHubPage" or "updateKnowledgeHubPage title" => "PATCH",
        "cancelScenarioJob" or "archiveKnowledgeHubPage" or "deleteKnowledgeHubSource" => "DELETE",
        _ => "POST",
    };

    /// <summary>Items of the sandbox that the operations use.</summary>
    private sealed record Ids(string Scenario, string Email, string Page, string Source, string Job)
    {
        public static async Task<Ids> ReadAsync(ExecClient client) => new(
            (await FirstAsync(client.ListScenarios())).Id!,
            (await FirstAsync(client.ListMembers())).Email!,
            (await FirstAsync(client.ListKnowledgePages())).Id!,
            (await FirstAsync(client.ListKnowledgeSources())).Id!,
            (await client.CreateScenarioJobAsync(new() { UserEmail = (await FirstAsync(client.ListMembers())).Email!, Prompt = "To be canceled", RequestId = "other" }, cancellationToken: Stop)).Id!);

        private static async Task<T> FirstAsync<T>(ExecListing<T> listing)
            where T : class
        {
            await using var reader = listing.Read(new() { First = 1 }, cancellationToken: Stop);
            return (await reader.ReadAsync().Soon())![0];
        }
    }
}
