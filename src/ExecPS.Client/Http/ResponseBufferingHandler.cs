using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ExecPS.Client.Errors;
using ExecPS.Client.Text;

namespace ExecPS.Client.Http;

/// <summary>
/// Buffers the response, enforces the size limit and the idle timeout, and maps transport failures to <see cref="ExecException"/> types.
/// </summary>
internal sealed class ResponseBufferingHandler(TimeSpan idleTimeout, SecretRedactor redactor, TimeProvider clock, HttpMessageHandler transport) : DelegatingHandler(transport)
{
    /// <summary>The maximum size of a response, after decompression. A page of 100 rows has about 50 KiB.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = ExecRequestMessage.From(request);
        var started = clock.GetTimestamp();
        using var idle = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        if (request.Headers.AcceptEncoding.Count == 0)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoder.AcceptedEncodings);
        using var timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), idle, idleTimeout, Timeout.InfiniteTimeSpan);

        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
                throw ProxyAuthenticationRequired(message, null);

            await BufferAsync(message, response, () => timer.Change(idleTimeout, Timeout.InfiniteTimeSpan), linked.Token).ConfigureAwait(false);
            var buffered = response;
            response = null;
            message.Report(new ResponseReceived(
                message.LabelWithQuery, (int)buffered.StatusCode, clock.GetElapsedTime(started), ((BufferedContent)buffered.Content!).Bytes.Length));
            return buffered;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The transport may report the cancellation as an I/O failure.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (idle.IsCancellationRequested && IsTransportFailure(exception))
        {
            throw new ExecTimeoutException(message.Label, idleTimeout, hasHeaders: response is not null);
        }
        catch (Exception exception) when (IsProxyAuthenticationFailure(exception))
        {
            throw ProxyAuthenticationRequired(message, redactor.OnlyIfClean(exception));
        }
        catch (Exception exception) when (IsTransportFailure(exception))
        {
            var (reason, quotesBytes) = Reason(exception);
            throw new ExecConnectionException(
                message.Label, reason, isTransient: !IsTlsFailure(exception), mayHaveBeenProcessed: !FailedToConnect(exception),
                quotesBytes ? null : redactor.OnlyIfClean(exception));
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async Task BufferAsync(ExecRequestMessage request, HttpResponseMessage response, Action onReceived, CancellationToken cancellationToken)
    {
        onReceived();
        var content = response.Content;
        var encoding = content is null ? null : ContentDecoder.FindEncoding(content);

        // The response to a HEAD request has a Content-Length but no body. The length of an encoded body isn't known.
        var length = request.Method == HttpMethod.Head ? 0 : content?.Headers.ContentLength;
        var stream = content is null ? Stream.Null : await ReadStreamAsync(content, cancellationToken).ConfigureAwait(false);
        BufferedContent? body;
        using (content)
        using (stream)
#if !NET
        // Response streams of .NET Framework don't observe the token.
        using (cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), stream))
#endif
        {
            body = length > MaximumBytes ? null : await ReadAsync(request, new(stream, onReceived), encoding, length, cancellationToken).ConfigureAwait(false);
        }

        if (body is null)
            throw new ExecResponseException(request.ResponseLabel, $"it is larger than {MaximumBytes / (1024 * 1024)} MiB");

        body.Headers.ContentType = content?.Headers.ContentType;
        response.Content = body;
    }

    private async Task<BufferedContent?> ReadAsync(
        ExecRequestMessage request, ReceivingStream received, string? encoding, long? length, CancellationToken cancellationToken)
    {
        if (encoding is null)
            return await BufferedContent.ReadAsync(received, length, MaximumBytes, cancellationToken).ConfigureAwait(false);

        try
        {
            using var decoded = await ContentDecoder.OpenAsync(encoding, received, cancellationToken).ConfigureAwait(false)
                ?? throw new ExecResponseException(request.ResponseLabel, $"its encoding '{redactor.Clean(encoding)}' isn't supported");
            return await BufferedContent.ReadAsync(decoded, null, MaximumBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            // BrotliStream throws InvalidOperationException.
            throw new ExecResponseException(request.ResponseLabel, $"it isn't encoded as {encoding}, although its header says so", redactor.OnlyIfClean(exception));
        }
    }

    private static Task<Stream> ReadStreamAsync(HttpContent content, CancellationToken cancellationToken) =>
#if NET
        content.ReadAsStreamAsync(cancellationToken);
#else
        content.ReadAsStreamAsync();
#endif

    private static bool IsTransportFailure(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException
            or OperationCanceledException or ObjectDisposedException or AuthenticationException;

    private static bool IsTlsFailure(Exception exception) =>
        Causes(exception).Any(cause => cause is AuthenticationException);

    /// <summary>Whether the failure happened before anything was sent. False if in doubt.</summary>
    private static bool FailedToConnect(Exception exception) =>
#if NET
        exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
#else
        Causes(exception).Any(static cause => cause
            is WebException
            {
                Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure
                    or WebExceptionStatus.ConnectFailure or WebExceptionStatus.TrustFailure,
            }
            or SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound });
#endif

    private static ExecConnectionException ProxyAuthenticationRequired(ExecRequestMessage request, Exception? inner) => new(
        request.Label, "the proxy requires a user name and password, or rejected them (status 407)", isTransient: false,
        mayHaveBeenProcessed: false, inner, isProxyAuthenticationRequired: true);

    /// <summary>Whether a proxy responded with status 407 to a CONNECT request. .NET provides the status only in the message.</summary>
    private static bool IsProxyAuthenticationFailure(Exception exception) =>
#if NET
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } && exception.Message.Contains("'407'", StringComparison.Ordinal);
#else
        Causes(exception).Any(static cause => cause is WebException { Response: HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } });
#endif

    /// <summary>Gets the message of the innermost exception, which is the most specific one.</summary>
    /// <returns>The message, and whether bytes of the response were removed from it.</returns>
    private (string Reason, bool QuotesBytes) Reason(Exception exception)
    {
        if (exception is OperationCanceledException)
            return ("the transport canceled the request", false);

        var causes = Causes(exception).ToList();
#if NET
        // Only this message names the host, which may be the one of a proxy.
        if (causes.OfType<HttpRequestException>().FirstOrDefault(static cause => cause.HttpRequestError == HttpRequestError.NameResolutionError) is { } unresolved)
            return ($"the host name can't be resolved: {redactor.Clean(unresolved.Message)}", false);
#endif

        // Messages about a malformed response quote it, possibly as hexadecimal numbers.
        var message = causes[causes.Count - 1].Message;
        var quote = IsMalformed(causes) ? message.IndexOfAny(['\'', '"', ':']) : -1;
        return (redactor.Clean(quote < 0 ? message : message.Substring(0, quote)), quote >= 0);
    }

    private static bool IsMalformed(IEnumerable<Exception> causes) => causes.Any(static cause =>
#if NET
        cause is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded });
#else
        cause is WebException { Status: WebExceptionStatus.ServerProtocolViolation } or FormatException);
#endif

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
