using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace ExecPS.TestServer;

/// <summary>A request and the ways to answer it, the bad ones included.</summary>
/// <param name="context">The request.</param>
/// <param name="trueAnswer">What the API answers.</param>
/// <param name="ended">Ends when the client leaves or the server stops.</param>
internal sealed class Exchange(HttpContext context, Func<ServerAnswer> trueAnswer, CancellationToken ended)
{
    public ServerAnswer TrueAnswer() => trueAnswer();

    public Task DelayAsync(TimeSpan delay) => Task.Delay(delay, ended);

    /// <summary>Says nothing more until the client leaves.</summary>
    public Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan, ended);

    public async Task SendAsync(ServerAnswer answer)
    {
        Begin(answer);
        if (MayHaveBody(answer.StatusCode))
            await WriteAsync(answer.Body);
    }

    /// <summary>Sends what stands before the body.</summary>
    public void Begin(ServerAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (!MayHaveBody(answer.StatusCode))
            return;

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
    }

    /// <summary>Sends headers that promise the whole body, and half of it.</summary>
    public Task SendHalfAsync(ServerAnswer answer)
    {
        Begin(answer);
        return WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2));
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await context.Response.Body.WriteAsync(bytes, ended);
        await context.Response.Body.FlushAsync(ended);
    }

    /// <summary>Resets the connection: the client sees an error, not an end.</summary>
    public void Reset()
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }

        context.Abort();
    }

    private static bool MayHaveBody(int statusCode) => statusCode is >= 200 and not 204 and not 304;
}
