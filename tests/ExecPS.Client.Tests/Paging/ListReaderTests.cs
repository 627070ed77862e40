using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Support;
using ExecPS.TestServer;

namespace ExecPS.Client.Tests.Paging;

/// <summary>The requests of a list, and that its rows are the expected ones.</summary>
public class ListReaderTests
{
    [Fact]
    public async Task The_first_ten_rows_need_one_request_for_ten_rows()
    {
        await using var server = await ServerAsync(2500);

        var rows = await ListAsync(server, new() { First = 10 });

        Assert.Equal(Ids(server).Take(10), rows);
        Assert.Equal(["page=1&page_size=10"], Queries(server));
    }

    [Fact]
    public async Task A_short_window_far_from_the_start_needs_one_request()
    {
        await using var server = await ServerAsync(2500);

        var rows = await ListAsync(server, new() { Skip = 990, First = 20 });

        Assert.Equal(Ids(server).Skip(990).Take(20), rows);
        Assert.Equal(["page=46&page_size=22"], Queries(server));
    }

    [Fact]
    public async Task A_whole_list_is_read_in_pages_of_the_maximum_size()
    {
        await using var server = await ServerAsync(250);

        var rows = await ListAsync(server);

        Assert.Equal(Ids(server), rows);
        Assert.Equal(["page=1&page_size=100", "page=2&page_size=100", "page=3&page_size=100"], Queries(server).Order());
    }

    [Fact]
    public async Task A_list_of_25000_rows_needs_250_requests()
    {
        await using var server = await ServerAsync(25_000);

        var rows = await ListAsync(server);

        Assert.Equal(Ids(server), rows);
        Assert.Equal(250, server.Requests.Count);
    }

    [Theory]
    [InlineData(null, 0, 30, 84)]
    [InlineData(70, 0, 30, 3)]
    [InlineData(70, 5, 30, 3)]
    [InlineData(null, 2400, 50, 2)]
    public async Task No_page_is_larger_than_the_specified_size(int? first, int skip, int pageSize, int requests)
    {
        await using var server = await ServerAsync(2500);

        var rows = await ListAsync(server, new() { First = first, Skip = skip, PageSize = pageSize });

        Assert.Equal(Ids(server).Skip(skip).Take(first ?? int.MaxValue), rows);
        Assert.Equal(requests, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.InRange(int.Parse(request.Parameter("page_size")!, System.Globalization.CultureInfo.InvariantCulture), 1, pageSize));
    }

    [Theory]
    [InlineData(2500, 10)] // starts at the end of the list
    [InlineData(9000, null)]
    [InlineData(2490, 100)] // extends past the end of the list
    public async Task A_window_that_extends_past_the_end_has_the_existing_rows(int skip, int? first)
    {
        await using var server = await ServerAsync(2500);

        Assert.Equal(Ids(server).Skip(skip), await ListAsync(server, new() { Skip = skip, First = first }));
        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task An_empty_list_needs_one_request()
    {
        await using var server = await ServerAsync(0);

        Assert.Empty(await ListAsync(server));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_window_of_no_rows_needs_no_request()
    {
        await using var server = await ServerAsync(2500);

        Assert.Empty(await ListAsync(server, new() { First = 0 }));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Counting_needs_one_request_for_one_row()
    {
        await using var server = await ServerAsync(2500);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(new() { First = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2500, await reader.CountAsync().Soon());
        Assert.Null(await reader.ReadAsync().Soon());
        Assert.Equal(["page=1&page_size=1"], Queries(server));
        Assert.True(reader.TotalIsExact);
    }

    [Theory]
    [InlineData(25, 100, 1)]
    [InlineData(250, 0, 3)]
    public async Task Counting_needs_no_additional_request_if_the_list_is_read(int first, int skip, int requests)
    {
        await using var server = await ServerAsync(2500);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(new() { First = first, Skip = skip }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2500, await reader.CountAsync().Soon());
        var rows = await DrainAsync(reader);

        Assert.Equal(Ids(server).Skip(skip).Take(first), rows);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_reader_that_is_not_read_sends_nothing()
    {
        await using var server = await ServerAsync(2500);
        using var client = TestClient.For(server);

        await using (client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken))
        {
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_consumer_that_stops_within_the_first_page_causes_at_most_two_requests()
    {
        await using var server = await ServerAsync(2500);
        using var client = TestClient.For(server);

        await foreach (var row in client.ListAssignments().ReadAllAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotNull(row.Id);
            break;
        }

        Assert.InRange(server.Requests.Count, 1, 2);
        Assert.InRange(client.RequestCount, 1, 2);
    }

    [Fact]
    public async Task The_reader_reports_the_returned_rows_and_the_total()
    {
        await using var server = await ServerAsync(250);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, null), (reader.Given, reader.Total));

        await reader.ReadAsync().Soon();
        Assert.Equal((100, 250), (reader.Given, reader.Total));

        await DrainAsync(reader);
        Assert.Equal((250, 250), (reader.Given, reader.Total));
    }

    [Fact]
    public async Task The_server_applies_the_filters()
    {
        await using var server = await ServerAsync(2500);
        var user = server.World.Assignments[0].User!;
        var filter = new AssignmentFilter { UserEmails = [user.Email!], Statuses = [AssignmentStatus.Completed, AssignmentStatus.PastDue] };

        var rows = await ListAsync(server, filters: [filter]);

        Assert.Equal(
            server.World.Assignments.Where(row => row.UserId == user.Id && (row.Status is AssignmentStatus.Completed or AssignmentStatus.PastDue)).Select(row => row.Id),
            rows);
        Assert.Equal([$"user_emails={Uri.EscapeDataString(user.Email!)}&status=completed,past_due&page=1&page_size=100"], Queries(server));
    }

    [Fact]
    public async Task Many_users_are_requested_in_few_requests_none_of_which_is_too_long()
    {
        await using var server = await ServerAsync(10_000);
        var users = server.World.Users;

        var rows = await ListAsync(server, new() { First = 10_000 }, [.. users.Select(user => new AssignmentFilter { UserEmails = [user.Email!] })]);

        Assert.Equal(Ids(server).Order(), rows.Order());
        Assert.All(server.Requests, request => Assert.InRange(server.BaseUri.GetLeftPart(UriPartial.Authority).Length + request.Path.Length + 1 + request.Query.Length, 1, 2000));
        var characters = users.Sum(user => Uri.EscapeDataString(user.Email!).Length + 1);
        Assert.InRange(server.Requests.Select(request => request.Parameter("user_emails")).Distinct().Count(), characters / 1900, (characters / 1700) + 1);
    }

    [Fact]
    public async Task A_row_that_matches_several_filters_is_returned_once()
    {
        await using var server = await ServerAsync(2500);
        var filters = Overlapping(server);

        var rows = await ListAsync(server, filters: filters);

        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.Equal(Union(server, filters).Order(), rows.Order());
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0, 500)]
    [InlineData(37, 10)]
    [InlineData(150, 300)]
    [InlineData(5, 5000)]
    [InlineData(5000, 10)]
    public async Task A_window_applies_to_the_combined_rows(int skip, int first)
    {
        await using var server = await ServerAsync(2500);
        var filters = Overlapping(server);
        var whole = await ListAsync(server, filters: filters);

        var rows = await ListAsync(server, new() { Skip = skip, First = first }, filters);

        Assert.Equal(whole.Skip(skip).Take(first), rows);
    }

    [Fact]
    public async Task A_window_of_combined_rows_that_exceeds_the_largest_number_extends_to_the_end()
    {
        await using var server = await ServerAsync(500);
        var filters = Overlapping(server);
        var whole = await ListAsync(server, filters: filters);

        Assert.Equal(whole.Skip(3), await ListAsync(server, new() { Skip = 3, First = long.MaxValue }, filters));
    }

    [Fact]
    public async Task The_total_of_several_filters_is_the_sum_and_not_exact()
    {
        await using var server = await ServerAsync(2500);
        var filters = Overlapping(server);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments(filters).Read(new() { First = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        var sum = filters.Sum(filter => Union(server, [filter]).Count);

        Assert.Equal(sum, await reader.CountAsync().Soon());
        Assert.False(reader.TotalIsExact);
        Assert.All(server.Requests, request => Assert.Equal("1", request.Parameter("page_size")));
    }

    [Fact]
    public async Task An_empty_list_of_filters_sends_no_request()
    {
        await using var server = await ServerAsync(10);

        Assert.Empty(await ListAsync(server, filters: []));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Collections_are_listed_like_assignments()
    {
        await using var server = await ServerAsync(10);
        using var client = TestClient.For(server);

        var names = new List<string?>();
        await foreach (var collection in client.ListCollections().ReadAllAsync(TestContext.Current.CancellationToken))
            names.Add(collection.Name);

        Assert.Equal(server.World.Collections.Select(collection => collection.Name), names);
    }

    [Fact]
    public async Task All_rows_without_an_ID_are_returned()
    {
        await using var server = LoopbackServer.Start(Replies.Json(Json.Page(["{}", "{}", "{}"])));
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, (await DrainAsync(reader)).Count);
    }

    [Fact]
    public async Task A_page_that_ends_before_the_window_is_an_error_or_a_notice_and_not_an_endless_loop()
    {
        // The reader must neither request that page endlessly nor end as if there were no more rows.
        var page = Json.Page(["""{"id":"a1"}"""], page: 2, pageSize: 4, total: 100);
        await using var server = LoopbackServer.Start([.. Enumerable.Repeat(Replies.Json(page), 30), Replies.Error(418)]);
        using var client = TestClient.For(server);
        var notices = new NoticeLog();
        await using var reader = client.ListAssignments().Read(new() { Skip = 5, First = 2 }, notices, TestContext.Current.CancellationToken);

        var failure = await Record.ExceptionAsync(() => DrainAsync(reader));

        Assert.Null(failure);
        Assert.Equal(
            "The list of GET /scenarios/assignments changed while it was read, and at least 2 rows might be missing. Run the command again, or narrow the list with a filter.",
            Assert.Single(notices.Of<ListingDisturbed>()).Reason);
        Assert.InRange(server.Requests.Count, 1, 10);
    }

    [Fact]
    public async Task An_error_in_the_middle_keeps_the_returned_rows()
    {
        await using var server = await ServerAsync(2500);
        server.Faults.Add(TestServer.Faults.Fault.Status(404), page: 3);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
        await reader.ReadAsync().Soon();
        await reader.ReadAsync().Soon();

        await Assert.ThrowsAsync<ExecApiException>(() => reader.ReadAsync().Soon());

        Assert.Equal(200, reader.Given);
    }

    [Fact]
    public async Task A_reader_that_failed_fails_again_and_skips_no_rows()
    {
        await using var server = await ServerAsync(2500);
        server.Faults.Add(TestServer.Faults.Fault.Status(404), page: 2);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
        await reader.ReadAsync().Soon();

        var first = await Assert.ThrowsAsync<ExecApiException>(() => reader.ReadAsync().Soon());

        Assert.Same(first, await Assert.ThrowsAsync<ExecApiException>(() => reader.ReadAsync().Soon()));
    }

    [Fact]
    public async Task The_remaining_requests_are_the_pages_not_received_yet()
    {
        await using var server = await ServerAsync(450);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(reader.RemainingRequests);

        List<long?> remaining = [];
        while (await reader.ReadAsync().Soon() is not null)
            remaining.Add(reader.RemainingRequests);

        Assert.Equal([4, 3, 2, 1, 0], remaining);
    }

    [Theory]
    [InlineData(150, 1)]
    [InlineData(50, 0)]
    public async Task The_remaining_requests_of_a_window_are_its_pages(int first, int remaining)
    {
        await using var server = await ServerAsync(450);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(new() { First = first }, cancellationToken: TestContext.Current.CancellationToken);

        await reader.ReadAsync().Soon();

        Assert.Equal(remaining, reader.RemainingRequests);
    }

    [Fact]
    public async Task A_window_without_rows_has_no_remaining_requests_after_the_total_was_read()
    {
        await using var server = await ServerAsync(450);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(new() { First = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(450, await reader.CountAsync().Soon());

        Assert.Equal(0, reader.RemainingRequests);
    }

    [Fact]
    public async Task Each_query_that_has_not_started_is_at_least_one_remaining_request()
    {
        await using var server = await ServerAsync(2500);
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments(Overlapping(server)).Read(new() { PageSize = 1 }, cancellationToken: TestContext.Current.CancellationToken);

        await reader.ReadAsync().Soon();

        Assert.Equal(reader.Total - 1 + 2, reader.RemainingRequests);
        Assert.Equal(3, reader.QueryCount);
    }

    [Theory]
    [InlineData(1, 301)]
    [InlineData(100, 400)]
    public async Task A_list_that_repeats_300_rows_without_a_new_one_is_an_error(int pageSize, int rowsRead)
    {
        // Its total grows with each page, so it has no end.
        var pages = 0;
        await using var reader = new ListReader<Collection>(
            1, new() { PageSize = pageSize }, null, (_, plan, stop) => new(plan, "GET /rows", FetchAsync, stop), TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<ExecResponseException>(async () =>
        {
            while (await reader.ReadAsync().Soon() is not null)
            {
            }
        });

        Assert.Contains("repeat 300 rows", failure.Message, StringComparison.Ordinal);
        Assert.Equal($"GET /rows (page {(rowsRead + pageSize - 1) / pageSize})", failure.Request);

        Task<Page<Collection>> FetchAsync(long number, int size, CancellationToken stop)
        {
            pages++;
            var page = Rows.Page(1, size, 1_000_000);
            page.Pagination!.Page = number;
            return Task.FromResult(page);
        }
    }

    [Fact]
    public async Task A_new_row_restarts_the_count_of_repeated_rows()
    {
        await using var reader = new ListReader<Collection>(
            1, new() { First = 1000 }, new NoticeLog(), (_, plan, stop) => new(plan, "GET /rows", FetchAsync, stop), TestContext.Current.CancellationToken);

        var rows = 0;
        while (await reader.ReadAsync().Soon() is { } page)
            rows += page.Count;

        Assert.Equal(100 + 4, rows);

        static Task<Page<Collection>> FetchAsync(long number, int size, CancellationToken stop)
        {
            var page = Rows.Page(1, size, 1000);
            page.Pagination!.Page = number;
            if (number % 2 == 1 && number > 1)
                page.Data![0] = Rows.Number(5000 + number);
            return Task.FromResult(page);
        }
    }

    [Fact]
    public async Task A_window_with_repeated_rows_is_filled_from_the_rows_after_it()
    {
        var model = new MovingList(rows: 500)
        {
            BeforeRead = static (list, read) =>
            {
                if (read == 1)
                    list.Insert(0);
            },
        };

        var (given, notices) = await model.ListAsync(new() { First = 250 });

        Assert.Equal(250, given.Distinct().Count());
        Assert.Equal(model.Ids.Skip(1).Take(250), given);
        Assert.Empty(notices);
    }

    [Fact]
    public async Task The_metadata_of_a_page_is_initialized_while_its_request_is_in_flight()
    {
        var network = new HeldTransport(_ => RecordingTransport.Response(Json.Page(["""{"id":"c1"}"""])));
        using var client = network.Client();
        var requestsAtInitialization = new List<int>();
        var endpoint = new ListEndpoint<Collection>("/collections", () =>
        {
            requestsAtInitialization.Add(network.Requests);
            return ExecJsonContext.Default.PageCollection;
        });

        var page = client.GetPageAsync(endpoint, new("/collections", ""), 1, 100, null, TestContext.Current.CancellationToken);

        Assert.Equal([1], requestsAtInitialization);
        Assert.False(page.IsCompleted);
        network.Release();
        Assert.Equal("c1", Assert.Single((await page.Soon()).Data!).Id);
    }

    [Fact]
    public async Task The_minimum_date_on_the_second_page_is_not_an_error()
    {
        var transport = new RecordingTransport(request =>
        {
            var page = request.RequestUri!.Query.Contains("page=1&", StringComparison.Ordinal) ? 1 : 2;
            var response = RecordingTransport.Response(Json.Page(Enumerable.Range(0, 2).Select(row => $$"""{"id":"a{{page}}{{row}}","created_at":"2026-01-01T00:00:00Z"}"""), page, 2, 4));
            if (page == 2)
                response.Headers.TryAddWithoutValidation("Date", "Mon, 01 Jan 0001 00:00:00 GMT");
            return response;
        });
        using var client = transport.Client();
        await using var reader = client.ListAssignments().Read(new() { PageSize = 2 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["a10", "a11", "a20", "a21"], await DrainAsync(reader));
    }

    [Fact]
    public async Task Reading_all_rows_without_a_receiver_for_notices_throws_after_the_last_row_if_rows_may_be_missing()
    {
        using var client = DroppingTransport().Client();
        List<string?> ids = [];

        var failure = await Assert.ThrowsAsync<ExecListIncompleteException>(async () =>
        {
            await foreach (var row in client.ListAssignments().ReadAllAsync(TestContext.Current.CancellationToken))
                ids.Add(row.Id);
        });

        Assert.Equal(["a1", "a2"], ids);
        Assert.Equal("The list of GET /scenarios/assignments changed while it was read, and at least 3 rows might be missing. Run the command again, or narrow the list with a filter.", failure.Message);
    }

    [Fact]
    public async Task Reading_all_rows_with_a_receiver_for_notices_reports_that_rows_may_be_missing()
    {
        using var client = DroppingTransport().Client();
        var notices = new NoticeLog();
        List<string?> ids = [];

        await foreach (var row in client.ListAssignments().ReadAllAsync(notices, TestContext.Current.CancellationToken))
            ids.Add(row.Id);

        Assert.Equal(["a1", "a2"], ids);
        Assert.StartsWith("The list of GET /scenarios/assignments changed", Assert.Single(notices.Of<ListingDisturbed>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_twice_has_no_effect()
    {
        await using var server = await ServerAsync(2500);
        using var client = TestClient.For(server);
        var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);
        await reader.ReadAsync().Soon();

        await reader.DisposeAsync();
        await reader.DisposeAsync();
    }

    private static Task<ExecTestServer> ServerAsync(int assignments) => ExecTestServer.StartAsync(new() { AssignmentCount = assignments });

    private static IEnumerable<string> Ids(ExecTestServer server) => server.World.Assignments.Select(row => row.Id!);

    private static IEnumerable<string> Queries(ExecTestServer server) => server.Requests.Select(request => request.Query);

    /// <summary>The IDs of the rows that match the filters, or of all rows without filters.</summary>
    private static async Task<List<string>> ListAsync(ExecTestServer server, ListOptions? options = null, AssignmentFilter[]? filters = null)
    {
        using var client = TestClient.For(server);
        var listing = filters is null ? client.ListAssignments() : client.ListAssignments(filters);
        await using var reader = listing.Read(options, cancellationToken: TestContext.Current.CancellationToken);
        return await DrainAsync(reader);
    }

    private static async Task<List<string>> DrainAsync(ListReader<Assignment> reader)
    {
        var ids = new List<string>();
        while (await reader.ReadAsync().Soon() is { } rows)
        {
            Assert.NotEmpty(rows);
            ids.AddRange(rows.Select(row => row.Id ?? "none"));
        }

        return ids;
    }

    /// <summary>Reports more rows than it returns.</summary>
    private static RecordingTransport DroppingTransport() => new(_ => RecordingTransport.Response(Json.Page(["""{"id":"a1"}""", """{"id":"a2"}"""], total: 5)));

    /// <summary>Filters that can't be combined and that have rows in common.</summary>
    private static AssignmentFilter[] Overlapping(ExecTestServer server)
    {
        var rows = server.World.Assignments;
        return
        [
            new() { Statuses = [AssignmentStatus.Completed] },
            new() { ScenarioIds = [rows[0].ScenarioId!, rows[1].ScenarioId!] },
            new() { UserIds = [rows[0].UserId!, rows[2].UserId!] },
        ];
    }

    private static List<string> Union(ExecTestServer server, AssignmentFilter[] filters) =>
    [
        .. server.World.Assignments
            .Where(row => Array.Exists(filters, filter =>
                (filter.Statuses is [] || filter.Statuses.Contains(row.Status!.Value))
                && (filter.ScenarioIds is [] || filter.ScenarioIds.Contains(row.ScenarioId))
                && (filter.UserIds is [] || filter.UserIds.Contains(row.UserId))))
            .Select(row => row.Id!),
    ];
}
