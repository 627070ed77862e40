using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using ExecPS.Client.Tests.Support;
using ExecPS.TestServer;
using ExecPS.TestServer.Faults;

namespace ExecPS.Client.Tests;

/// <summary>
/// Tests the client's build for Windows PowerShell 5.1 over real HTTP: on .NET Framework on Windows, and on Mono elsewhere. Mono's
/// class library is similar enough to detect assemblies that can't be loaded and members that can't be bound.
/// </summary>
public class FrameworkTests
{
    private static readonly string s_probe = typeof(FrameworkTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == "FrameworkProbe").Value!;

    [Theory]
    [InlineData("nothing")]
    [InlineData("gzip")]
    [InlineData("429")]
    [InlineData("reset mid-body")]
    [InlineData("truncated")]
    public async Task A_list_is_complete_on_the_framework_despite_transient_failures(string fault)
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 250 });
        if (fault != "nothing")
            server.Faults.Add(fault switch { "gzip" => Fault.Gzip(), "429" => Fault.Status(429), "truncated" => Fault.Truncated(), _ => Fault.ResetMidBody() });

        var (exitCode, lines) = await RunAsync(server);

        Assert.Equal(
            server.World.Assignments.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Id} {row.Status} {row.BestScore} {row.DueDate?.ToUniversalTime():s}")),
            lines);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_response_that_is_not_from_the_API_is_the_same_error_on_the_framework()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 10 });
        server.Faults.Add(Fault.Html200());

        var (exitCode, lines) = await RunAsync(server);

        Assert.StartsWith("ExecResponseException: ", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Bytes_in_another_encoding_than_the_header_names_are_an_ExecException_on_the_framework(string encoding)
    {
        await using var server = LoopbackServer.Start(Replies.With(200, new string('\x7f', 100), $"Content-Encoding: {encoding}"));

        var (_, lines) = await RunAsync(server.BaseUri, TestKey.Value, "GET");

        // Mono reports corrupt data as an IOException.
        Assert.Matches("^Exec(Response|Connection)Exception: .* GET /workspace", lines[0]);
    }

    [Theory]
    [InlineData("POST", null)]
    [InlineData("POST", "{}")]
    [InlineData("PUT", null)]
    [InlineData("PATCH", null)]
    [InlineData("DELETE", null)]
    public async Task A_request_whose_response_is_lost_is_sent_once_on_the_framework(string method, string? body)
    {
        await using var server = LoopbackServer.Start(Replies.Close);

        var (_, lines) = await RunAsync(server.BaseUri, TestKey.Value, body is null ? [method] : [method, body]);

        Assert.Equal("may have been processed: True, requests: 1", lines[^1]);
        Assert.Equal((method, body ?? ""), (Assert.Single(server.Requests).Method, server.Requests[0].Body));
    }

    [Fact]
    public async Task Each_attempt_has_the_same_body_on_the_framework()
    {
        await using var server = LoopbackServer.Start(Replies.Error(429), Replies.Workspace);

        var (_, lines) = await RunAsync(server.BaseUri, TestKey.Value, "POST", """{"a":1}""");

        Assert.Equal(["200, requests: 2"], lines);
        Assert.Equal(["""{"a":1}""", """{"a":1}"""], server.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task A_request_over_a_refused_connection_was_not_processed_on_the_framework()
    {
        await using var server = LoopbackServer.ThatRefusesConnections();

        var (_, lines) = await RunAsync(server.BaseUri, TestKey.Value, "POST", "{}");

        Assert.Equal("may have been processed: False, requests: 6", lines[^1]);
    }

    private static Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(ExecTestServer server) => RunAsync(server.BaseUri, server.ApiKey);

    private static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(Uri baseUri, string key, params string[] request)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true };
        start.FileName = OperatingSystem.IsWindows() ? s_probe : FindMono() ?? "";
        Assert.SkipWhen(start.FileName.Length == 0, "there is no mono on PATH to run the build for .NET Framework");
        string[] arguments = OperatingSystem.IsWindows() ? [] : [s_probe];
        foreach (var argument in arguments.Concat([baseUri.ToString(), key]).Concat(request))
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var ending = patience.Token.Register(() => process.Kill());
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);
        return (process.ExitCode, output.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? FindMono() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "mono")).FirstOrDefault(File.Exists);
}
