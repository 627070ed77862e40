using System.Net.Http.Headers;

namespace ExecPS.Client.Http;

/// <summary>Adds the key and the sender's name, to requests to the connection's own origin alone.</summary>
internal sealed class AuthenticationHandler(Uri baseUri, string apiKey, string userAgent, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly AuthenticationHeaderValue _authorization = new("Bearer", apiKey);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Uri.Compare(request.RequestUri, baseUri, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
            throw new InvalidOperationException($"A request to another origin than {baseUri.GetLeftPart(UriPartial.Authority)} gets no key.");

        request.Headers.Authorization = _authorization;
        if (request.Headers.UserAgent.Count == 0)
            request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (request.Headers.Accept.Count == 0)
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        return base.SendAsync(request, cancellationToken);
    }
}
