using System.Net.Http.Headers;

namespace ExecPS.Client.Http;

/// <summary>Adds the API key and the user agent. Rejects requests to any origin other than the connection's own.</summary>
internal sealed class AuthenticationHandler(Uri baseUri, string apiKey, string userAgent, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly AuthenticationHeaderValue _authorization = new("Bearer", apiKey);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Uri.Compare(request.RequestUri, baseUri, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
            throw new InvalidOperationException($"The key is sent only to {baseUri.GetLeftPart(UriPartial.Authority)}.");

        request.Headers.Authorization = _authorization;
        if (request.Headers.UserAgent.Count == 0)
            request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (request.Headers.Accept.Count == 0)
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        return base.SendAsync(request, cancellationToken);
    }
}
