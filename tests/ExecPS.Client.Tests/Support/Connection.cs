using System.Net.Sockets;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>The server's end of a connection on which a request has come: what it writes is what the client gets, byte by byte.</summary>
internal sealed class Connection(Socket socket, ReceivedRequest request, CancellationToken stopping)
{
    public ReceivedRequest Request => request;

    /// <summary>Ends when the server stops.</summary>
    public CancellationToken Stopping => stopping;

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, stopping)..];
    }

    /// <summary>Completes when the client sends something more: its next request, on a connection that was kept.</summary>
    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[4096];
        return Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer, stopping));
    }

    /// <summary>Says nothing more until the client leaves or the server stops.</summary>
    public async Task UntilClientLeavesAsync()
    {
        try
        {
            while (await socket.ReceiveAsync(new byte[256], stopping) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // A reset is a way to leave too.
        }
    }

    /// <summary>Breaks the connection, so that the client sees an error and not an end.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }
}
