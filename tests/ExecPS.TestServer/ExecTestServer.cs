using System.Net;
using System.Security.Cryptography.X509Certificates;
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

/// <summary>The sandbox over real HTTP on this machine's loopback address, with faults to order.</summary>
public sealed class ExecTestServer : IAsyncDisposable
{
    private readonly SandboxApi _api;
    private readonly WebApplication _app;
    private readonly X509Certificate2? _certificate;
    private readonly ControlEndpoint _control;
    private readonly LimitEnforcer? _limits;
    private readonly RequestLog _log = new();
    private readonly TestServerOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;

    private ExecTestServer(TestServerOptions options)
    {
        _options = options;
        World = options.World ?? new SandboxWorkspace(new() { AssignmentCount = options.AssignmentCount });
        _api = new SandboxApi(World, options.ApiKey, SandboxDefaults.BasePath, options.Assignments is { } rows ? () => rows.Rows : null);
        _control = new ControlEndpoint(Faults, _log);
        _limits = options.EnforceLimits ? new LimitEnforcer(options.Clock) : null;
        _certificate = options.Https ? UntrustedCertificate.Create() : null;
        _app = Build(options.Port, _certificate);
        _app.Run(HandleAsync);
        BaseUri = SandboxDefaults.BaseUri;
    }

    /// <summary>Where the API is, with a slash at its end.</summary>
    public Uri BaseUri { get; private set; }

    /// <summary>The key that the server accepts.</summary>
    public string ApiKey => _options.ApiKey;

    /// <summary>What it serves.</summary>
    public SandboxWorkspace World { get; }

    /// <summary>The faults to come.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The requests to the API so far, in the order in which they arrived; a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.ToList();

    /// <summary>Starts a server.</summary>
    /// <param name="options">What to serve, and how; null for the defaults.</param>
    public static async Task<ExecTestServer> StartAsync(TestServerOptions? options = null)
    {
        var server = new ExecTestServer(options ?? new());
        await server._app.StartAsync();
        server.BaseUri = new Uri(server._app.Urls.Single() + SandboxDefaults.BasePath + "/");
        return server;
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the server; requests that hang end.</summary>
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
            await AnswerAsync(context, ended.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException && ended.IsCancellationRequested)
        {
            // The client has left, or the server stops: nobody waits for the rest.
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken ended)
    {
        var request = Record(context.Request);
        _log.Add(request);
        if (_options.BeforeRequest is { } before)
            await before(request);

        var exchange = new Exchange(context, () => TrueAnswer(request), ended);
        if (_limits?.SecondsToWait() is { } seconds)
            await exchange.SendAsync(ServerAnswer.From(ApiProblem.RateLimited(seconds).ToAnswer()).With("Retry-After", FormattableString.Invariant($"{seconds}")));
        else if (Faults.Take(request) is { } fault)
            await fault.ApplyAsync(exchange);
        else
            await exchange.SendAsync(Compressed(request, exchange.TrueAnswer()));
    }

    private RecordedRequest Record(HttpRequest request)
    {
        // As sent: the request's own path is decoded.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(
            request.Method,
            mark < 0 ? target : target[..mark],
            mark < 0 ? "" : target[(mark + 1)..],
            headers,
            _options.Clock.GetUtcNow(),
            _api.Accepts(headers.GetValueOrDefault("Authorization")));
    }

    private ServerAnswer TrueAnswer(RecordedRequest request) =>
        ServerAnswer.From(_api.Answer(request.Method, request.Path, request.Query, request.Headers.GetValueOrDefault("Authorization")));

    private ServerAnswer Compressed(RecordedRequest request, ServerAnswer answer) =>
        _options.CompressResponses && request.Headers.GetValueOrDefault("Accept-Encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true
            ? answer.Encoded("gzip")
            : answer;
}
