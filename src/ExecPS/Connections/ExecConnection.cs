using System.ComponentModel;
using ExecPS.Client;

namespace ExecPS.Connections;

/// <summary>A connection to a workspace, as <c>Connect-ExecWorkspace</c> writes it. Other runspaces of the process can use it.</summary>
/// <remarks>
/// No property contains the API key. A closed connection doesn't refer to its client, so it doesn't reach the key either. A
/// connection that can no longer be reached is closed by its finalizer.
/// </remarks>
[TypeConverter(typeof(ExecConnectionConverter))]
public sealed class ExecConnection
{
    private ExecClient? _client;
    private long _requestCount;
    private long _rateLimitedCount;

    internal ExecConnection(string name, ExecClient client, string apiKeyHint, bool isSandbox, Workspace? workspace)
    {
        (Name, _client, ApiKeyHint, IsSandbox, Workspace, ConnectedAt) = (name, client, apiKeyHint, isSandbox, workspace, DateTime.Now);
        (BaseUri, RequestsPerMinute) = (client.BaseUri, client.RequestsPerMinute);
    }

    /// <summary>Closes the connection.</summary>
    ~ExecConnection() => Close();

    /// <summary>Gets the name that <c>-Connection</c> accepts.</summary>
    public string Name { get; }

    /// <summary>Gets the workspace that the key belongs to, or null if it wasn't requested (<c>-NoVerify</c>).</summary>
    public Workspace? Workspace { get; }

    /// <summary>Gets the address of the API.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the last four characters of the key, which distinguish keys.</summary>
    public string ApiKeyHint { get; }

    /// <summary>Gets a value that indicates whether this is the sandbox, which uses neither the network nor a real workspace.</summary>
    public bool IsSandbox { get; }

    /// <summary>Gets a value that indicates whether commands of this session use this connection if none is named.</summary>
    public bool IsDefault => ConnectionStore.OfThisRunspace.Default == this;

    /// <summary>Gets the local time at which the connection was made.</summary>
    public DateTime ConnectedAt { get; }

    /// <summary>Gets the maximum number of requests per minute, or 0 if there is no limit.</summary>
    public int RequestsPerMinute { get; }

    /// <summary>Gets the number of requests sent over this connection, including retries.</summary>
    public long RequestCount => Client?.RequestCount ?? _requestCount;

    /// <summary>Gets the number of requests that count against the limit per minute now.</summary>
    public int RequestsThisMinute => Client?.RequestsThisMinute ?? 0;

    /// <summary>Gets the number of responses that reported the workspace's rate limit.</summary>
    public long RateLimitedCount => Client?.RateLimitedCount ?? _rateLimitedCount;

    /// <summary>Gets the client, or null if the connection is closed.</summary>
    internal ExecClient? Client => Volatile.Read(ref _client);

    /// <summary>Gets the items that responses have contained, for completion.</summary>
    internal CompletionCache Cache { get; } = new();

    /// <summary>Ends the requests in flight and releases the client, and with it the key.</summary>
    internal void Close()
    {
        if (Interlocked.Exchange(ref _client, null) is not { } client)
            return;

        (_requestCount, _rateLimitedCount) = (client.RequestCount, client.RateLimitedCount);
        client.Dispose();
    }

    internal bool HasName(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the connection's name.</summary>
    public override string ToString() => Name;
}
