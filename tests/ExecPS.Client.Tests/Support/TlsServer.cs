using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ExecPS.TestServer;

namespace ExecPS.Client.Tests.Support;

/// <summary>A loopback server with an untrusted certificate. It reads a request and closes the connection.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = UntrustedCertificate.Create();
    private readonly Task _serving;
    private int _connections;
    private int _requestBytes;

    private readonly List<SslApplicationProtocol> _protocols;
    private volatile string _firstLine = "";

    private TlsServer(IEnumerable<SslApplicationProtocol> protocols)
    {
        _protocols = [.. protocols];
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri BaseUri => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/rest/v1/");

    /// <summary>The number of connections accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The number of bytes of requests received.</summary>
    public int RequestBytes => Volatile.Read(ref _requestBytes);

    /// <summary>The first line of the last request. For HTTP/2, this is the connection preface.</summary>
    public string FirstLine => _firstLine;

    /// <param name="protocols">The application protocols that the server accepts, the preferred one first.</param>
    public static TlsServer Start(params SslApplicationProtocol[] protocols) => new(protocols);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                await using var stream = new SslStream(new NetworkStream(socket));
                var options = new SslServerAuthenticationOptions { ServerCertificate = _certificate };
                if (_protocols.Count > 0)
                    options.ApplicationProtocols = _protocols;
                await stream.AuthenticateAsServerAsync(options, _stop.Token);
                var buffer = new byte[1024];
                var read = await stream.ReadAsync(buffer, _stop.Token);
                Interlocked.Add(ref _requestBytes, read);
                _firstLine = Encoding.ASCII.GetString(buffer, 0, read).Split("\r\n")[0];
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or AuthenticationException)
            {
                // The client rejects the certificate, or the server stops.
            }
        }
    }
}
