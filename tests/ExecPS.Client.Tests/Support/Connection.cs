using System.Net.Sockets;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>The server's end of a connection that has received a request. The client receives the written bytes unchanged.</summary>
internal sealed class Connection(Socket socket, ReceivedRequest request, CancellationToken stopping)
{
    public ReceivedRequest Request => request;

    /// <summary>Canceled when the server stops.</summary>
    public CancellationToken Stopping => stopping;

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, stopping)..];
    }

    /// <summary>Completes when the client sends more data, such as its next request on a kept connection.</summary>
    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[4096];
        return Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer, stopping));
    }

    /// <summary>Sends nothing more until the client closes the connection or the server stops.</summary>
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
            // A reset also closes the connection.
        }
    }

    /// <summary>Resets the connection, so that the client gets an error and not an end of data.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }
}
