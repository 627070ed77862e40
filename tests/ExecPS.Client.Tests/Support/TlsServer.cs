using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ExecPS.TestServer;

namespace ExecPS.Client.Tests.Support;

/// <summary>A server on this machine with a certificate that nobody trusts.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = UntrustedCertificate.Create();
    private readonly Task _serving;
    private int _connections;
    private int _requestBytes;

    private TlsServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri BaseUri => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/rest/v1/");

    /// <summary>How many connections were begun.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many bytes of requests came through the encryption.</summary>
    public int RequestBytes => Volatile.Read(ref _requestBytes);

    public static TlsServer Start() => new();

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
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                Interlocked.Add(ref _requestBytes, await stream.ReadAsync(new byte[1024], _stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or AuthenticationException)
            {
                // The client doesn't like the certificate, or the server stops.
            }
        }
    }
}
