using System.Diagnostics;
using System.Net.Http.Json;
using ExecPS.Benchmarks.Server;

namespace ExecPS.Benchmarks.Peers;

/// <summary>A server in a separate process, so that its CPU time and memory don't count for a peer.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int WarmUpPages = 500;

    private readonly Process _process;
    private readonly HttpClient _control;

    private ServerProcess(Process process, string uri)
    {
        _process = process;
        Uri = uri;
        _control = new HttpClient { BaseAddress = new Uri(new Uri(uri).GetLeftPart(UriPartial.Authority)) };
    }

    /// <summary>The address of the API, without a trailing slash.</summary>
    public string Uri { get; }

    public static async Task<ServerProcess> StartAsync(ServeOptions options)
    {
        var process = Process.Start(new ProcessStartInfo(Self.FileName, Self.Arguments(["serve", .. options.ToArguments()]))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var uri = await process.StandardOutput.ReadLineAsync() ?? throw new BenchmarkException("The server didn't start.");
        var server = new ServerProcess(process, uri);
        if (options.LatencyMs == 0)
            await server.WarmUpAsync();
        return server;
    }

    public Task ResetAsync() => _control.GetAsync("/_reset");

    public async Task<ServerStats> StatsAsync() => (await _control.GetFromJsonAsync("/_stats", ServerJsonContext.Default.ServerStats))!;

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Prevents the first peer from waiting for the server's JIT compiler.</summary>
    private async Task WarmUpAsync()
    {
        for (var page = 0; page < WarmUpPages; page++)
            await _control.GetByteArrayAsync($"{Uri}/scenarios/assignments?page=1&page_size=100");
    }
}
