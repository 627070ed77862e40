using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Export;
using ExecPS.Sandbox;

namespace ExecPS.Tests.Export;

/// <summary>Runs of an export: what is requested, what is kept, and what is rejected.</summary>
public sealed class ExportRunTests : IDisposable
{
    private readonly ExportFolderFixture _fixture = new();
    private readonly ModelServer _server = new(seed: 1);

    public ExportRunTests() => _server.Fill(200, days: 60);

    public void Dispose()
    {
        _server.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public async Task The_next_run_requests_only_recent_sessions()
    {
        var first = await RunAsync(_fixture.Options, ExportResource.Session);
        var second = await RunAsync(_fixture.Options, ExportResource.Session);
        var full = await RunAsync(_fixture.Options with { IsFull = true }, ExportResource.Session);

        Assert.InRange(first.RequestCount, 11, 14);
        Assert.InRange(second.RequestCount, 1, 4);
        Assert.InRange(full.RequestCount, 11, 14);
        Assert.Equal((200, 0), (second.RowCount, second.NewRowCount));
    }

    [Fact]
    public async Task Grades_that_change_within_the_overlap_are_read_again()
    {
        await RunAsync(_fixture.Options, ExportResource.Session);
        _server.Change(100);

        await RunAsync(_fixture.Options, ExportResource.Session);

        Assert.Equal(Expected("sessions"), ExportFile.Signatures(_fixture.PathOf("sessions.csv")).Order());
    }

    [Fact]
    public async Task Archived_pages_disappear_from_the_file()
    {
        await RunAsync(_fixture.Options, ExportResource.KnowledgePage);
        _server.Change(300);

        var second = await RunAsync(_fixture.Options, ExportResource.KnowledgePage);

        Assert.Contains(_server.Pages, page => page.IsArchived);
        Assert.True(second.NewRowCount > 0);
        Assert.Equal(Expected("knowledge-pages"), ExportFile.Signatures(_fixture.PathOf("knowledge-pages.csv")).Order());
    }

    [Fact]
    public async Task Many_sessions_of_the_same_second_are_read()
    {
        var time = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        _server.Sessions.AddRange(Enumerable.Range(0, 90).Select(row => new ModelRow($"same{row}", time, time, 1)));

        var file = await RunAsync(_fixture.Options, ExportResource.Session);

        Assert.Equal(290, file.RowCount);
    }

    [Fact]
    public async Task A_run_with_too_few_requests_continues_in_the_next_one()
    {
        var requests = 0L;
        ExportedFile file;
        do
        {
            file = await RunAsync(_fixture.Options, 4, ExportResource.Session);
            Assert.InRange(file.RequestCount, 1, 4);
            Assert.Equal(file.IsComplete, File.Exists(_fixture.PathOf("sessions.csv")));
            requests += file.RequestCount;
        }
        while (!file.IsComplete);

        Assert.InRange(requests, 11, 40);
        Assert.Equal(Expected("sessions"), ExportFile.Signatures(_fixture.PathOf("sessions.csv")).Order());
    }

    [Fact]
    public async Task A_list_that_needs_too_many_requests_isnt_read()
    {
        var file = await RunAsync(_fixture.Options, 5, ExportResource.Assignment);

        Assert.Equal((false, 0, 1), (file.IsComplete, file.RowCount, file.RequestCount));
        Assert.Equal("At least 9 more requests are needed, but -MaximumRequestCount leaves 4.", file.Message);
        Assert.False(File.Exists(_fixture.PathOf("assignments.csv")));
    }

    [Fact]
    public async Task The_daily_quota_of_the_connection_is_a_limit_too()
    {
        using var client = ExportFolderFixture.Connect(new SandboxWorkspace(new() { AssignmentCount = 1000 }), requestsPerMinute: 100_000);
        for (var request = 0; request < 995; request++)
            await client.GetWorkspaceAsync(cancellationToken: TestContext.Current.CancellationToken);

        var (file, failure) = (await ExportFolderFixture.RunAsync(client, _fixture.Options, null, ExportResource.Assignment)).Single();

        Assert.Null(failure);
        Assert.Equal("At least 9 more requests are needed, but 4 of the workspace's 1,000 requests per day are left.", file.Message);
    }

    [Fact]
    public async Task After_a_failure_the_previous_file_stays_and_the_result_says_why()
    {
        await RunAsync(_fixture.Options, ExportResource.Assignment);
        var before = File.ReadAllBytes(_fixture.PathOf("assignments.csv"));
        _server.FailingStatus = 500;

        var (file, failure) = (await RunAllAsync(_fixture.Options, null, ExportResource.Assignment)).Single();

        Assert.IsType<ExecApiException>(failure);
        Assert.Equal((false, 200, 0), (file.IsComplete, file.RowCount, file.NewRowCount));
        Assert.Equal(failure.Message, file.Message);
        Assert.Equal(before, File.ReadAllBytes(_fixture.PathOf("assignments.csv")));
    }

    [Theory]
    [InlineData(401, 1)]
    [InlineData(429, 1)]
    [InlineData(500, 3)]
    public async Task A_failure_that_affects_every_request_ends_the_requests(int status, int requests)
    {
        _server.FailingStatus = status;

        var results = await RunAllAsync(_fixture.Options, null, ExportResource.Assignment, ExportResource.KnowledgePage, ExportResource.Session);

        Assert.Equal(requests, _server.RequestCount);
        Assert.All(results, result => Assert.Equal(status, Assert.IsType<ExecApiException>(result.Failure).StatusCode));
    }

    [Fact]
    public async Task A_file_that_another_program_changed_is_read_again_as_a_whole()
    {
        await RunAsync(_fixture.Options, ExportResource.Session);
        File.AppendAllText(_fixture.PathOf("sessions.csv"), "something,else\r\n");

        var file = await RunAsync(_fixture.Options, ExportResource.Session);

        Assert.InRange(file.RequestCount, 11, 14);
        Assert.Equal(Expected("sessions"), ExportFile.Signatures(_fixture.PathOf("sessions.csv")).Order());
    }

    [Fact]
    public async Task A_session_with_a_time_in_the_future_doesnt_hide_the_next_ones()
    {
        _server.Sessions.Add(new("future", _server.Now.AddYears(50), _server.Now.AddYears(50), 1));
        await RunAsync(_fixture.Options, ExportResource.Session);
        _server.Sessions.Add(new("next", _server.Now, _server.Now, 1));

        Assert.Equal(1, (await RunAsync(_fixture.Options, ExportResource.Session)).NewRowCount);
    }

    [Fact]
    public async Task Another_workspace_and_another_format_are_rejected()
    {
        await RunAsync(_fixture.Options, ExportResource.Session);

        foreach (var other in (ExportOptions[])[_fixture.Options with { WorkspaceId = "w2" }, _fixture.Options with { Format = RowFormat.Of(ExportFormat.JsonLines, false) }])
        {
            foreach (var isFull in (bool[])[false, true])
                Assert.Equal(ExportProblem.Mismatch, (await Assert.ThrowsAsync<ExportException>(() => RunAsync(other with { IsFull = isFull }, ExportResource.Session))).Problem);
        }
    }

    [Fact]
    public async Task The_other_setting_of_ForExcel_is_rejected_unless_everything_is_read_again()
    {
        var excel = _fixture.Options with { Format = RowFormat.Of(ExportFormat.Csv, true) };
        await RunAsync(_fixture.Options, ExportResource.Session);

        await Assert.ThrowsAsync<ExportException>(() => RunAsync(excel, ExportResource.Session));
        Assert.True((await RunAsync(excel with { IsFull = true }, ExportResource.Session)).IsComplete);
        Assert.True((await RunAsync(excel, ExportResource.Session)).IsComplete);
    }

    [Fact]
    public async Task A_file_that_wasnt_exported_isnt_replaced()
    {
        File.WriteAllText(_fixture.PathOf("sessions.csv"), "mine");

        var problem = await Assert.ThrowsAsync<ExportException>(() => RunAsync(_fixture.Options, ExportResource.Session));

        Assert.Contains("'sessions.csv'", problem.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_fixture.PathOf("sessions.csv")));
        Assert.Equal(0, _server.RequestCount);
    }

    [Fact]
    public void A_second_run_in_the_same_folder_is_rejected()
    {
        using (ExportFolder.Open(_fixture.Options, []))
            Assert.Equal(ExportProblem.Locked, Assert.Throws<ExportException>(() => ExportFolder.Open(_fixture.Options, [])).Problem);

        ExportFolder.Open(_fixture.Options, []).Dispose();
    }

    [Fact]
    public async Task Temporary_files_of_a_run_that_was_ended_are_removed()
    {
        await RunAsync(_fixture.Options, ExportResource.Session);
        File.WriteAllText(_fixture.PathOf(".execps/sessions.tmp"), "half");

        await RunAsync(_fixture.Options, ExportResource.Assignment);

        Assert.False(File.Exists(_fixture.PathOf(".execps/sessions.tmp")));
    }

    [Fact]
    public async Task A_full_disk_at_any_point_leaves_the_previous_files_and_the_next_run_continues()
    {
        await RunAsync(_fixture.Options, ExportResource.Session, ExportResource.Assignment);
        _server.Change(100);
        for (var space = 0; space < 40_000; space += 3_300)
        {
            var (sessions, assignments) = (File.ReadAllText(_fixture.PathOf("sessions.csv")), File.ReadAllText(_fixture.PathOf("assignments.csv")));
            var disk = new FullDisk(space);
            var results = await RunAllAsync(_fixture.Options with { Wrap = disk.Wrap }, null, ExportResource.Assignment, ExportResource.Session);

            foreach (var (file, failure) in results)
            {
                Assert.Equal(file.IsComplete, failure is null);
                if (!file.IsComplete)
                    Assert.Equal(file.Resource == ExportResource.Session ? sessions : assignments, File.ReadAllText(file.Path));
            }

            _server.Change(5);
        }

        Assert.True((await RunAsync(_fixture.Options, ExportResource.Session)).IsComplete);
        Assert.True((await RunAsync(_fixture.Options, ExportResource.Assignment)).IsComplete);
        Assert.Equal(Expected("sessions"), ExportFile.Signatures(_fixture.PathOf("sessions.csv")).Order());
        Assert.Equal(Expected("assignments"), ExportFile.Signatures(_fixture.PathOf("assignments.csv")).Order());
    }

    private IEnumerable<string> Expected(string file) => _server.Copy(file).Select(row => row.Signature).Order();

    private Task<ExportedFile> RunAsync(ExportOptions options, params ExportResource[] resources) => RunAsync(options, null, resources);

    private async Task<ExportedFile> RunAsync(ExportOptions options, long? maximum, params ExportResource[] resources)
    {
        var results = await RunAllAsync(options, maximum, resources);
        Assert.All(results, result => Assert.Null(result.Failure));
        return results[0].File;
    }

    private async Task<List<(ExportedFile File, Exception? Failure)>> RunAllAsync(ExportOptions options, long? maximum, params ExportResource[] resources)
    {
        using var client = new ExecClient("key", new() { BaseUri = _server.BaseUri, RequestsPerMinute = 0, MaximumRetryCount = 0 });
        return await ExportFolderFixture.RunAsync(client, options, maximum, resources);
    }

    /// <summary>A disk with a number of free bytes.</summary>
    private sealed class FullDisk(int space)
    {
        private int _left = space;

        public Stream Wrap(Stream stream) => new Limited(this, stream);

        private sealed class Limited(FullDisk disk, Stream inner) : MemoryStream
        {
            public override void Write(byte[] buffer, int offset, int count)
            {
                var fits = Math.Min(count, disk._left);
                disk._left -= fits;
                inner.Write(buffer, offset, fits);
                if (fits < count)
                    throw new IOException("No space left on device.");
            }
        }
    }
}
