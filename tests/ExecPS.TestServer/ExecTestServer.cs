using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ExecPS.Sandbox;
using ExecPS.Sandbox.Api;
using ExecPS.TestServer.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExecPS.TestServer;

/// <summary>Serves the sandbox over HTTP on the loopback address, with configurable faults.</summary>
public sealed class ExecTestServer : IAsyncDisposable
{
    private readonly SandboxApi _api;
    private readonly WebApplication _app;
    private readonly X509Certificate2? _certificate;
    private readonly ControlEndpoint _control;
    private readonly ConcurrentDictionary<string, int> _effects = new(StringComparer.Ordinal);
    private readonly LimitEnforcer? _limits;
    private readonly RequestLog _log = new();
    private readonly TestServerOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;

    private ExecTestServer(TestServerOptions options)
    {
        _options = options;
        World = options.World ?? new SandboxWorkspace(new() { AssignmentCount = options.AssignmentCount, Clock = options.Clock });
        _api = new SandboxApi(World, options.ApiKey, SandboxDefaults.BasePath);
        _control = new ControlEndpoint(Faults, _log, _effects);
        _limits = options.EnforceLimits ? new LimitEnforcer(options.Clock) : null;
        _certificate = options.Https ? UntrustedCertificate.Create() : null;
        _app = Build(options.Port, _certificate);
        _app.Run(HandleAsync);
        BaseUri = SandboxDefaults.BaseUri;
    }

    /// <summary>The base address of the API, with a trailing slash.</summary>
    public Uri BaseUri { get; private set; }

    /// <summary>The key that the server accepts.</summary>
    public string ApiKey => _options.ApiKey;

    /// <summary>The workspace that the server reads and changes.</summary>
    public SandboxWorkspace World { get; }

    /// <summary>The faults.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>A copy of the requests to the API so far, in the order in which they arrived.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.ToList();

    /// <summary>A copy of the number of requests that changed the workspace so far, by operation ID. Rejected and deduplicated requests don't count.</summary>
    public IReadOnlyDictionary<string, int> Effects => new Dictionary<string, int>(_effects);

    /// <summary>Starts a server.</summary>
    /// <param name="options">The settings, or null for the defaults.</param>
    public static async Task<ExecTestServer> StartAsync(TestServerOptions? options = null)
    {
        var server = new ExecTestServer(options ?? new());
        await server._app.StartAsync();
        server.BaseUri = new Uri(server._app.Urls.Single() + SandboxDefaults.BasePath + "/");
        return server;
    }

    /// <summary>Clears the list of requests.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the server. Hanging requests end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;

        await _stopping.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _certificate?.Dispose();
        _stopping.Dispose();
    }

    private static WebApplication Build(int port, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        });
        return builder.Build();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.Value?.StartsWith(ControlEndpoint.Path, StringComparison.Ordinal) == true)
        {
            await _control.HandleAsync(context);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            await RespondAsync(context, ended.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException && ended.IsCancellationRequested)
        {
            // The client closed the connection, or the server stops.
            context.Abort();
        }
    }

    private async Task RespondAsync(HttpContext context, CancellationToken ended)
    {
        var request = await RecordAsync(context.Request, ended);
        _log.Add(request);
        if (_options.BeforeRequest is { } before)
            await before(request);

        // Dates in bodies and in the header come from the same clock.
        if (_options.Clock != TimeProvider.System)
            context.Response.Headers.Date = _options.Clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);

        var exchange = new Exchange(context, () => Process(request), ended);
        if (_limits?.SecondsToWait(request) is { } seconds)
            await exchange.SendAsync(ServerResponse.From(ApiProblem.RateLimited(seconds).ToResponse()).With("Retry-After", FormattableString.Invariant($"{seconds}")));
        else if (Faults.Take(request) is { } fault)
            await fault.ApplyAsync(exchange);
        else
            await exchange.SendAsync(Compressed(request, exchange.TrueResponse()));
    }

    private async Task<RecordedRequest> RecordAsync(HttpRequest request, CancellationToken ended)
    {
        // The raw target, because the request's path is decoded.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ended);
        return new(
            request.Method,
            mark < 0 ? target : target[..mark],
            mark < 0 ? "" : target[(mark + 1)..],
            headers,
            Encoding.UTF8.GetString(body.ToArray()),
            _options.Clock.GetUtcNow(),
            _api.Accepts(headers.GetValueOrDefault("Authorization")));
    }

    private ServerResponse Process(RecordedRequest request)
    {
        var response = _api.Respond(
            request.Method, request.Path, request.Query, request.Headers.GetValueOrDefault("Authorization"), Encoding.UTF8.GetBytes(request.Body));
        if (response.Effect is { } operationId)
            _effects.AddOrUpdate(operationId, 1, (_, count) => count + 1);
        return ServerResponse.From(response);
    }

    private ServerResponse Compressed(RecordedRequest request, ServerResponse response) =>
        _options.CompressResponses && request.Headers.GetValueOrDefault("Accept-Encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true
            ? response.Encoded("gzip")
            : response;
}
