using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using ExecPS.Client;
using ExecPS.Cmdlets;
using ExecPS.Connections;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Connects the session to a workspace, and proves the key (<c>getWorkspace</c>).</summary>
[Cmdlet(VerbsCommunications.Connect, "ExecWorkspace", DefaultParameterSetName = ApiKeySet)]
[OutputType(typeof(ExecConnection))]
public sealed class ConnectExecWorkspaceCommand : ExecCmdlet
{
    private const string ApiKeySet = "ApiKey";
    private const string SandboxSet = "Sandbox";
    private const string KeyVariable = "EXEC_API_KEY";
    private const string ThreeWays =
        "Give the key with -ApiKey, as a SecureString or a string; or set $env:EXEC_API_KEY; or run this in an interactive session, which asks for it.";

    /// <summary>The API key, as a SecureString or a string.</summary>
    [Parameter(Position = 0, ParameterSetName = ApiKeySet)]
    [ApiKeyTransform]
    public SecureString? ApiKey { get; set; }

    /// <summary>Where the API is: https, or http on this machine.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    [ValidateNotNull]
    public Uri BaseUri { get; set; } = ExecClientOptions.PublishedBaseUri;

    /// <summary>Uses a workspace in memory, without network and key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>How many assignments the sandbox has.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [NumberTransform]
    [ValidateRange(0, 1_000_000)]
    public int AssignmentCount { get; set; } = 2500;

    /// <summary>What to call the connection.</summary>
    [Parameter]
    [ValidateName]
    public string Name { get; set; } = "default";

    /// <summary>How many seconds the server may be silent before a request fails.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>How often a failed request is tried again.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>The pause before the first retry, in seconds; it doubles each time, up to 30 seconds.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0.0, 30.0)]
    public double RetryIntervalSec { get; set; } = 0.5;

    /// <summary>How many requests may go in a minute; 0 for no limit.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0, 100_000)]
    public int RequestsPerMinute { get; set; } = 60;

    /// <summary>The proxy to use, instead of the system's.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>The proxy's user and password.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Makes the connection without a request, so without proof that the key works.</summary>
    [Parameter]
    public SwitchParameter NoVerify { get; set; }

    /// <summary>Sends a key of another shape than the published one.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Connects.</summary>
    protected override void EndProcessing()
    {
        var (client, key) = Sandbox ? OpenSandbox() : Open();
        var isKept = false;
        try
        {
            var workspace = NoVerify ? null : Await(client.GetWorkspaceAsync(Notices, StopToken));
            var connection = new ExecConnection(Name, client, Client.Http.ApiKey.Hint(key), Sandbox, workspace);
            ConnectionStore.OfThisRunspace.Add(connection);
            isKept = true;
            WriteObject(connection);
        }
        finally
        {
            Progress.Complete();
            if (!isKept)
                client.Dispose();
        }
    }

    private (ExecClient Client, string Key) Open()
    {
        if (ExecClientOptions.ValidateBaseUri(BaseUri) is { } objection)
        {
            ThrowInvalidArgument("ExecBaseUriRefused", ErrorCategory.InvalidArgument,
                $"The address of parameter 'BaseUri' is refused: {objection}.", "Leave out -BaseUri to use the API's published address.");
        }

        var proxy = OpenProxy();
        var key = FindKey();
        if (!Client.Http.ApiKey.FitsHeader(key))
        {
            ThrowInvalidArgument("ExecApiKeyInvalid", ErrorCategory.InvalidArgument,
                "The key of parameter 'ApiKey' can't be sent: it is empty or longer than 1,024 characters, or it has blanks, line breaks or characters beyond ASCII.",
                $"Copy the key again. A key is {Client.Http.ApiKey.PublishedFormat}.");
        }

        if (!Force && !Client.Http.ApiKey.HasPublishedFormat(key))
        {
            ThrowInvalidArgument("ExecApiKeyInvalid", ErrorCategory.InvalidArgument,
                $"The key of parameter 'ApiKey' isn't {Client.Http.ApiKey.PublishedFormat}; it has {key.Length} characters. Nothing was sent.",
                "Copy the whole key again. If the vendor has changed the format, -Force sends it as it is.");
        }

        return (new ExecClient(key, Options() with { BaseUri = BaseUri, Proxy = proxy }), key);
    }

    private (ExecClient Client, string Key) OpenSandbox() =>
        SandboxConnection.Create(
            MyInvocation.BoundParameters.ContainsKey(nameof(RequestsPerMinute)) ? Options() : Options() with { RequestsPerMinute = 0 },
            AssignmentCount);

    private ExecClientOptions Options() => new()
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumRetryCount = MaximumRetryCount,
        RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
        RequestsPerMinute = RequestsPerMinute,
    };

    private WebProxy? OpenProxy()
    {
        if (Proxy is null)
        {
            if (ProxyCredential is not null)
            {
                ThrowInvalidArgument("ExecProxyRefused", ErrorCategory.InvalidArgument,
                    "Parameter 'ProxyCredential' needs parameter 'Proxy'.", "Name the proxy: -Proxy http://proxy.example:8080.");
            }

            return null;
        }

        if (!Proxy.IsAbsoluteUri || (Proxy.Scheme != Uri.UriSchemeHttp && Proxy.Scheme != Uri.UriSchemeHttps) || Proxy.UserInfo.Length > 0)
        {
            ThrowInvalidArgument("ExecProxyRefused", ErrorCategory.InvalidArgument,
                "The address of parameter 'Proxy' is refused: it isn't a whole http or https address without user and password.",
                "Write it as http://proxy.example:8080, and give user and password with -ProxyCredential.");
        }

        return new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() };
    }

    private string FindKey()
    {
        if (ApiKey is not null)
            return Secrets.Reveal(ApiKey);
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
            return key;

        if (Ask() is { Length: > 0 } typed)
            return Secrets.Reveal(typed);
        ThrowInvalidArgument("ExecApiKeyMissing", ErrorCategory.AuthenticationError, "There is no API key: parameter 'ApiKey' isn't given, and $env:EXEC_API_KEY isn't set.", ThreeWays);
        return "";
    }

    /// <summary>Asks for the key without showing it; null where nobody can be asked.</summary>
    private SecureString? Ask()
    {
        if (Host.Name == "ConsoleHost" && Console.IsInputRedirected)
            return null;

        try
        {
            Host.UI.Write($"Exec API key ({Client.Http.ApiKey.PublishedFormat}): ");
            return Host.UI.ReadLineAsSecureString();
        }
        catch (Exception exception) when (exception is PSInvalidOperationException or HostException or NotImplementedException or NullReferenceException)
        {
            // A session that isn't interactive, or a host without a prompt. The caller says what to do instead.
            return null;
        }
    }
}
