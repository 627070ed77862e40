using System.Net;
using System.Net.Http.Headers;
using ExecPS.Sandbox.Api;

namespace ExecPS.Sandbox;

/// <summary>Responds to requests from a <see cref="SandboxWorkspace"/> as the published API does, without a network.</summary>
/// <remarks>This type is thread-safe, and several handlers can share a workspace.</remarks>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SandboxApi _api;

    /// <summary>Creates a handler.</summary>
    /// <param name="workspace">The workspace to read and change.</param>
    /// <param name="apiKey">The key to accept. Requests with another key get 401.</param>
    /// <param name="basePath">The path of the API.</param>
    public SandboxHandler(SandboxWorkspace workspace, string apiKey = SandboxDefaults.ApiKey, string basePath = SandboxDefaults.BasePath) =>
        _api = new(workspace, apiKey, basePath);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
#if NET
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
#else
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync().ConfigureAwait(false) : [];
#endif
        return Respond(request, body);
    }

    private HttpResponseMessage Respond(HttpRequestMessage request, byte[] body)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var result = _api.Respond(request.Method.Method, uri.AbsolutePath, uri.Query, request.Headers.Authorization?.ToString(), body);
        var response = new HttpResponseMessage((HttpStatusCode)result.StatusCode)
        {
            Content = new ByteArrayContent(result.Body),
            RequestMessage = request,
        };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ApiResponse.ContentType);
        foreach (var method in result.Allow)
            response.Content.Headers.Allow.Add(method);
        return response;
    }
}
