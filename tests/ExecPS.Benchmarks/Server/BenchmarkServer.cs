using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExecPS.Benchmarks.Server;

/// <summary>Serves a list of any length over HTTP on the loopback address, with as little CPU time as possible.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private const string BasePath = "/rest/v1";
    private static readonly byte[] s_workspace =
        """{"id":"sfyr1adg5p68","name":"Larkfield Instruments","url_slug":"larkfield-instruments","created_at":"2024-06-04T09:00:00Z"}"""u8.ToArray();

    private readonly WebApplication _app;
    private readonly RequestCounter _counter = new();
    private readonly ServeOptions _options;
    private readonly PageTemplate _pages;

    private BenchmarkServer(ServeOptions options)
    {
        _options = options;
        _pages = new PageTemplate(options.Rows);
        _app = Build(options.Port);
        _app.Run(HandleAsync);
    }

    /// <summary>The address of the API, without a trailing slash.</summary>
    public string BaseUri => _app.Urls.Single() + BasePath;

    public static async Task<BenchmarkServer> StartAsync(ServeOptions options)
    {
        var server = new BenchmarkServer(options);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        return builder.Build();
    }

    private Task HandleAsync(HttpContext context) => context.Request.Path.Value switch
    {
        BasePath + "/scenarios/assignments" => RespondAsync(context, SendPageAsync),
        BasePath + "/workspace" => RespondAsync(context, SendWorkspaceAsync),
        "/_count" => SendAsync(context, $"{_counter.Stats.Requests}"),
        "/_concurrency" => SendAsync(context, $"{_counter.Stats.MostConcurrent}"),
        "/_stats" => SendAsync(context, JsonSerializer.Serialize(_counter.Stats, ServerJsonContext.Default.ServerStats)),
        "/_reset" => ResetAsync(context),
        _ => ThrowInvalidArgument(context, StatusCodes.Status404NotFound),
    };

    private async Task RespondAsync(HttpContext context, Func<HttpContext, Task> send)
    {
        _counter.Enter();
        try
        {
            await send(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client closed the connection.
        }
        finally
        {
            _counter.Leave();
        }
    }

    private async Task SendPageAsync(HttpContext context)
    {
        var (page, pageSize) = (Number(context, "page", 1), Number(context, "page_size", 20));
        if (page < 1 || pageSize is < 1 or > PageTemplate.LargestPageSize)
        {
            await ThrowInvalidArgument(context, StatusCodes.Status400BadRequest);
            return;
        }

        _counter.CountPage(page, pageSize);
        await DelayAsync(context, page == _options.LatePage ? _options.LatencyMs + _options.LateByMs : _options.LatencyMs);

        var buffer = ArrayPool<byte>.Shared.Rent(PageTemplate.LongestPage);
        try
        {
            await SendAsync(context, buffer.AsMemory(0, _pages.Write(page, pageSize, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task SendWorkspaceAsync(HttpContext context)
    {
        await DelayAsync(context, _options.LatencyMs);
        await SendAsync(context, s_workspace);
    }

    private static Task DelayAsync(HttpContext context, int milliseconds) =>
        milliseconds > 0 ? Task.Delay(milliseconds, context.RequestAborted) : Task.CompletedTask;

    private Task ResetAsync(HttpContext context)
    {
        _counter.Reset();
        return ThrowInvalidArgument(context, StatusCodes.Status204NoContent);
    }

    private static Task ThrowInvalidArgument(HttpContext context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext context, string text) => SendAsync(context, Encoding.UTF8.GetBytes(text));

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static int Number(HttpContext context, string name, int fallback) =>
        context.Request.Query[name] is [{ } text] ? int.TryParse(text, out var number) ? number : -1 : fallback;
}
