using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>
/// A server on the loopback address that uses sockets directly, for responses that a real HTTP server doesn't send. Each connection
/// has one request. The first request gets the first reply, and so on; all further requests get the last reply.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<ReceivedRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly TaskCompletionSource _firstRequest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _firstLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Reply[] _replies;
    private Task _accepting = Task.CompletedTask;

    private LoopbackServer(Reply[] replies)
    {
        _replies = replies;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        BaseUri = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/rest/v1/");
    }

    public Uri BaseUri { get; }

    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>Completes when the first request has arrived.</summary>
    public Task UntilRequestedAsync() => _firstRequest.Task.Soon();

    /// <summary>Completes when the first reply was written, or its client closed the connection.</summary>
    public Task UntilRepliedAsync() => _firstLeft.Task.Soon();

    public static LoopbackServer Start(params Reply[] replies)
    {
        var server = ThatRefusesConnections(replies);
        server.Listen();
        return server;
    }

    /// <summary>Creates a server that refuses connections until it starts to listen.</summary>
    public static LoopbackServer ThatRefusesConnections(params Reply[] replies) => new(replies);

    public void Listen()
    {
        _listener.Listen(64);
        _accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        Task[] connections;
        lock (_requests)
            connections = [.. _connections];
        await Task.WhenAll(connections);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_stop.Token);
                lock (_requests)
                    _connections.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            try
            {
                if (await ReceiveAsync(socket) is not { } request)
                    return;

                _firstRequest.TrySetResult();
                await _replies[Math.Min(request.Number, _replies.Length) - 1](new Connection(socket, request, _stop.Token));
                socket.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The client closed the connection, the reply reset it, or the server stops.
            }
            finally
            {
                _firstLeft.TrySetResult();
            }
        }
    }

    private async Task<ReceivedRequest?> ReceiveAsync(Socket socket)
    {
        const string endOfHeaders = "\r\n\r\n";
        var text = "";
        int bodyStart;
        while ((bodyStart = text.IndexOf(endOfHeaders, StringComparison.Ordinal)) < 0)
        {
            if (await ReceiveMoreAsync() is not { Length: > 0 } more)
                return null;
            text += more;
        }

        bodyStart += endOfHeaders.Length;
        var lines = text[..bodyStart].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.OrdinalIgnoreCase);
        var length = headers.TryGetValue("Content-Length", out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : 0;
        while (text.Length < bodyStart + length)
        {
            if (await ReceiveMoreAsync() is not { Length: > 0 } more)
                return null;
            text += more;
        }

        lock (_requests)
        {
            var start = lines[0].Split(' ');
            var request = new ReceivedRequest(start[0], start[1], headers, text[bodyStart..], _requests.Count + 1);
            _requests.Add(request);
            return request;
        }

        async Task<string> ReceiveMoreAsync()
        {
            var buffer = new byte[4096];
            return Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer, _stop.Token));
        }
    }
}
