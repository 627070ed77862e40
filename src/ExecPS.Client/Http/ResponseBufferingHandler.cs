using System.Net.Sockets;
using System.Security.Authentication;
using ExecPS.Client.Errors;
using ExecPS.Client.Text;

namespace ExecPS.Client.Http;

/// <summary>
/// Makes of a request and its answer one thing that succeeds or fails as a whole: reads the body to its end, within a size
/// and a silence, and gives every failure of the transport its type. What the policies above see is complete.
/// </summary>
internal sealed class ResponseBufferingHandler(TimeSpan silence, SecretRedactor redactor, TimeProvider clock, HttpMessageHandler transport) : DelegatingHandler(transport)
{
    /// <summary>The largest answer that is read, after decompression. A page of 100 rows has some 50 KiB.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = ExecRequestMessage.From(request);
        var started = clock.GetTimestamp();
        using var silenced = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silenced.Token);
        using var timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), silenced, silence, Timeout.InfiniteTimeSpan);

        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            await BufferAsync(message, response, () => timer.Change(silence, Timeout.InfiniteTimeSpan), linked.Token).ConfigureAwait(false);
            var answer = response;
            response = null;
            message.Report(new RequestAnswered(
                message.LabelWithQuery, (int)answer.StatusCode, clock.GetElapsedTime(started), ((BufferedContent)answer.Content!).Bytes.Length));
            return answer;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // A transport may report its own abort as an I/O failure; the caller asked for the end and gets it as such.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (silenced.IsCancellationRequested && IsTransportFailure(exception))
        {
            throw new ExecTimeoutException(message.Label, silence);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && IsTransportFailure(exception))
        {
            throw new ExecConnectionException(
                message.Label, Reason(exception), !IsTlsFailure(exception), redactor.OnlyIfClean(exception));
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

        // The answer to a HEAD announces a body that doesn't come.
        var sizeHint = request.Method == HttpMethod.Head ? 0 : content?.Headers.ContentLength;
        var stream = content is null ? Stream.Null : await ReadStreamAsync(content, cancellationToken).ConfigureAwait(false);
        BufferedContent? body;
        using (content)
        using (stream)
#if !NET
        // .NET Framework's response streams don't look at the token.
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

    /// <summary>The innermost message says what failed; the outer ones say that something did.</summary>
    private string Reason(Exception exception) => redactor.Clean(Causes(exception).Last().Message);

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
