using ExecPS.Client;
using ExecPS.Client.Models;
using ExecPS.Completion;

namespace ExecPS.Connections;

/// <summary>A connection to a workspace, as <c>Connect-ExecWorkspace</c> gives it. It may be passed to other runspaces.</summary>
/// <remarks>No property gives the key away; what a host prints or exports of this object is all that it shows.</remarks>
public sealed class ExecConnection
{
    private readonly ExecClient _client;
    private volatile bool _isClosed;

    internal ExecConnection(string name, ExecClient client, string apiKeyHint, bool isSandbox, Workspace? workspace) =>
        (Name, _client, ApiKeyHint, IsSandbox, Workspace, ConnectedAt) = (name, client, apiKeyHint, isSandbox, workspace, DateTime.Now);

    /// <summary>What <c>-Connection</c> calls this connection by.</summary>
    public string Name { get; }

    /// <summary>The workspace that the key belongs to; null when it wasn't asked for (<c>-NoVerify</c>).</summary>
    public Workspace? Workspace { get; }

    /// <summary>Where the API is.</summary>
    public Uri BaseUri => _client.BaseUri;

    /// <summary>The key's last four characters, to tell keys apart.</summary>
    public string ApiKeyHint { get; }

    /// <summary>Whether this is the sandbox, which no network and no real workspace stands behind.</summary>
    public bool IsSandbox { get; }

    /// <summary>Whether commands of this session use this connection when none is named.</summary>
    public bool IsDefault => ConnectionStore.OfThisRunspace.Default == this;

    /// <summary>When the connection was made, in local time.</summary>
    public DateTime ConnectedAt { get; }

    /// <summary>How many requests may go in a minute; 0 for no limit.</summary>
    public int RequestsPerMinute => _client.RequestsPerMinute;

    /// <summary>How many requests were sent over this connection, repeated ones included.</summary>
    public long RequestCount => _client.RequestCount;

    /// <summary>How many requests count against the limit of a minute now.</summary>
    public int RequestsThisMinute => _client.RequestsThisMinute;

    /// <summary>How many answers said that the workspace's rate limit was reached.</summary>
    public long RateLimitedCount => _client.RateLimitedCount;

    /// <summary>The client behind the connection; null once it is closed.</summary>
    internal ExecClient? Client => _isClosed ? null : _client;

    /// <summary>What the answers have named so far, for Tab.</summary>
    internal CompletionCache Seen { get; } = new();

    internal void Close()
    {
        _isClosed = true;
        _client.Dispose();
    }

    /// <summary>The connection's name.</summary>
    public override string ToString() => Name;
}
