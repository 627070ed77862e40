using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace ExecPS.TestServer;

/// <summary>A request and the ways to respond to it, including the faulty ones.</summary>
/// <param name="context">The request.</param>
/// <param name="process">Processes the request and returns the API's response.</param>
/// <param name="ended">Canceled when the client closes the connection or the server stops.</param>
internal sealed class Exchange(HttpContext context, Func<ServerResponse> process, CancellationToken ended)
{
    private ServerResponse? _response;

    /// <summary>The API's response. The first call processes the request.</summary>
    public ServerResponse TrueResponse() => _response ??= process();

    public Task DelayAsync(TimeSpan delay) => Task.Delay(delay, ended);

    /// <summary>Sends nothing more until the client closes the connection.</summary>
    public Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan, ended);

    public async Task SendAsync(ServerResponse response)
    {
        Begin(response);
        if (MayHaveBody(response.StatusCode))
            await WriteAsync(response.Body);
    }

    /// <summary>Sets the status and the headers.</summary>
    public void Begin(ServerResponse response)
    {
        var http = context.Response;
        http.StatusCode = response.StatusCode;
        foreach (var (name, value) in response.Headers)
            http.Headers[name] = value;
        if (!MayHaveBody(response.StatusCode))
            return;

        http.ContentType = response.ContentType;
        http.ContentLength = response.Body.Length;
    }

    /// <summary>Sends headers with the length of the whole body, and half of it.</summary>
    public Task SendHalfAsync(ServerResponse response)
    {
        Begin(response);
        return WriteAsync(response.Body.AsMemory(0, response.Body.Length / 2));
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await context.Response.Body.WriteAsync(bytes, ended);
        await context.Response.Body.FlushAsync(ended);
    }

    /// <summary>Resets the connection. The client gets an error instead of the end of the stream.</summary>
    public void Reset()
    {
        if (Socket is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }

        context.Abort();
    }

    /// <summary>Closes the connection in an orderly way. The client gets the end of the stream.</summary>
    public async Task CloseAsync()
    {
        Socket?.Shutdown(SocketShutdown.Send);

        // Aborting resets the connection, which would overtake the end of the stream.
        await DelayAsync(TimeSpan.FromMilliseconds(50));
        context.Abort();
    }

    private Socket? Socket => context.Features.Get<IConnectionSocketFeature>()?.Socket;

    private static bool MayHaveBody(int statusCode) => statusCode is >= 200 and not 204 and not 304;
}
