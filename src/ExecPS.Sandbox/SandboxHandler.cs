using System.Net;
using System.Net.Http.Headers;
using ExecPS.Sandbox.Api;

namespace ExecPS.Sandbox;

/// <summary>Answers requests from a <see cref="SandboxWorkspace"/>, as the published API does, without a network.</summary>
/// <remarks>Safe for use from several threads; several handlers may share a workspace.</remarks>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SandboxApi _api;

    /// <summary>Makes a handler.</summary>
    /// <param name="workspace">What to answer from.</param>
    /// <param name="apiKey">The key to accept; every other is answered with 401.</param>
    /// <param name="basePath">The path below which the API is.</param>
    public SandboxHandler(SandboxWorkspace workspace, string apiKey = SandboxDefaults.ApiKey, string basePath = SandboxDefaults.BasePath) =>
        _api = new(workspace, apiKey, basePath);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<HttpResponseMessage>(cancellationToken)
            : Task.FromResult(Answer(request));

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        var answer = _api.Answer(request.Method.Method, uri.AbsolutePath, uri.Query, request.Headers.Authorization?.ToString());
        var response = new HttpResponseMessage((HttpStatusCode)answer.StatusCode)
        {
            Content = new ByteArrayContent(answer.Body),
            RequestMessage = request,
        };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ApiAnswer.ContentType);
        if (answer.Allow is { } method)
            response.Content.Headers.Allow.Add(method);
        return response;
    }
}
