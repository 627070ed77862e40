#if !NET
using System.Net;
#endif
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
        using var timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), idle, idleTimeout, Timeout.InfiniteTimeSpan);

        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            await BufferAsync(message, response, () => timer.Change(idleTimeout, Timeout.InfiniteTimeSpan), linked.Token).ConfigureAwait(false);
            var answer = response;
            response = null;
            message.Report(new RequestAnswered(
                message.LabelWithQuery, (int)answer.StatusCode, clock.GetElapsedTime(started), ((BufferedContent)answer.Content!).Bytes.Length));
            return answer;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The transport may report the cancellation as an I/O failure.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (idle.IsCancellationRequested && IsTransportFailure(exception))
        {
            throw new ExecTimeoutException(message.Label, idleTimeout);
        }
        catch (Exception exception) when (IsTransportFailure(exception))
        {
            throw new ExecConnectionException(
                message.Label, Reason(exception), isTransient: !IsTlsFailure(exception), mayHaveBeenProcessed: !FailedToConnect(exception),
                redactor.OnlyIfClean(exception));
        }
        finally
        {
            response?.Dispose();
        }
    }

    private static async Task BufferAsync(ExecRequestMessage request, HttpResponseMessage response, Action onRead, CancellationToken cancellationToken)
    {
        onRead();
        var content = response.Content;

        // The response to a HEAD request has a Content-Length but no body.
        var sizeHint = request.Method == HttpMethod.Head ? 0 : content?.Headers.ContentLength;
        var stream = content is null ? Stream.Null : await ReadStreamAsync(content, cancellationToken).ConfigureAwait(false);
        BufferedContent? body;
        using (content)
        using (stream)
#if !NET
        // Response streams of .NET Framework don't observe the token.
        using (cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), stream))
#endif
        {
            body = await BufferedContent.ReadAsync(stream, sizeHint, MaximumBytes, onRead, cancellationToken).ConfigureAwait(false)
                ?? throw new ExecResponseException(request.AnswerLabel, $"it is larger than {MaximumBytes / (1024 * 1024)} MiB");
        }

        body.Headers.ContentType = content?.Headers.ContentType;
        response.Content = body;
    }

    private static Task<Stream> ReadStreamAsync(HttpContent content, CancellationToken cancellationToken) =>
#if NET
        content.ReadAsStreamAsync(cancellationToken);
#else
        content.ReadAsStreamAsync();
#endif

    private static bool IsTransportFailure(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or InvalidDataException
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

    /// <summary>The innermost exception has the most specific message.</summary>
    private string Reason(Exception exception) => exception is OperationCanceledException
        ? "the transport canceled the request"
        : redactor.Clean(Causes(exception).Last().Message);

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
