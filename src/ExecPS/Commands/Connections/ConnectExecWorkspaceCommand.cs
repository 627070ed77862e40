using System.Management.Automation.Host;
using System.Net;
using System.Security;
using ExecPS.Client;
using ExecPS.Connections;

namespace ExecPS.Commands;

/// <summary>Connects the session to a workspace, and verifies the key (<c>getWorkspace</c>).</summary>
/// <remarks>
/// If the command fails, the connection of that name and the default are gone: the commands that follow must not use another
/// workspace. That includes failures before the command runs, such as a parameter that can't be converted.
/// </remarks>
[Cmdlet(VerbsCommunications.Connect, "ExecWorkspace", DefaultParameterSetName = ApiKeySet)]
[OutputType(typeof(ExecConnection))]
public sealed class ConnectExecWorkspaceCommand : ExecCmdlet
{
    private const string ApiKeySet = "ApiKey";
    private const string SandboxSet = "Sandbox";
    private const string KeyVariable = "EXEC_API_KEY";
    private const string WaysToSpecifyKey =
        "Specify the key with -ApiKey, as a SecureString or a string; set $env:EXEC_API_KEY; or run the command in an interactive session and enter the key.";

    private bool _isConnected;

    /// <summary>The API key, as a SecureString or a string.</summary>
    [Parameter(Position = 0, ParameterSetName = ApiKeySet)]
    [ApiKeyTransform]
    public SecureString? ApiKey { get; set; }

    /// <summary>The address of the API: HTTPS, or HTTP to this computer.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    public Uri BaseUri { get; set; } = ExecClientOptions.PublishedBaseUri;

    /// <summary>Uses a workspace in memory, without a network and without a key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The number of assignments in the sandbox.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [NumberTransform]
    [ValidateRange(0, 1_000_000)]
    public int AssignmentCount { get; set; } = 2500;

    /// <summary>The name of the connection.</summary>
    [Parameter]
    public string Name { get; set; } = "default";

    /// <summary>The number of seconds without data from the server after which a request fails.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>The maximum number of retries of a request.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>The longest pause before the first retry, in seconds. It doubles for each further retry, up to 30 seconds.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0.0, 30.0)]
    public double RetryIntervalSec { get; set; } = 0.5;

    /// <summary>The maximum number of requests per minute, or 0 for no limit.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0, 100_000)]
    public int RequestsPerMinute { get; set; } = PublishedLimits.RequestsPerMinute;

    /// <summary>The proxy to use instead of the system's proxy.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    public Uri? Proxy { get; set; }

    /// <summary>The user name and password for the proxy.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Makes the connection without a request, so the key isn't verified.</summary>
    [Parameter]
    public SwitchParameter NoVerify { get; set; }

    /// <summary>Sends a key that doesn't have the published format.</summary>
    [Parameter(ParameterSetName = ApiKeySet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Connects.</summary>
    protected override void EndProcessing()
    {
        if (ConnectionName.Validate(Name) is { } problem)
            ThrowInvalidArgument("ExecConnectionNameInvalid", $"The value of -Name isn't valid. {problem}", "Specify a name such as production.");

        var (client, key) = Sandbox ? OpenSandbox() : Open();
        try
        {
            var workspace = NoVerify ? null : Await(client.GetWorkspaceAsync(Notices, StopToken));
            var connection = new ExecConnection(Name, client, Client.Http.ApiKey.Hint(key), Sandbox, workspace);
            Connections.Add(connection);
            _isConnected = true;
            WriteObject(connection);
        }
        finally
        {
            Progress.Complete();
            if (!_isConnected)
                client.Dispose();
        }
    }

    /// <summary>Removes the connection of this name, and the default, if the command failed.</summary>
    /// <param name="disposing">Whether <see cref="IDisposable.Dispose"/> made the call.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isConnected)
            Connections.FailToConnect(Name);
        base.Dispose(disposing);
    }

    private (ExecClient Client, string Key) Open()
    {
        if (ExecClientOptions.ValidateBaseUri(BaseUri) is { } problem)
            ThrowInvalidArgument("ExecBaseUriInvalid", $"The value of -BaseUri isn't valid: {problem}.", "Omit -BaseUri to use the published address of the API.");

        var proxy = OpenProxy();
        var (key, source) = FindKey();
        if (!Client.Http.ApiKey.FitsHeader(key))
        {
            ThrowInvalidArgument("ExecApiKeyInvalid",
                $"The key in {source} can't be sent. A key can't be empty or longer than 1,024 characters, and can't contain spaces, line breaks, or non-ASCII characters.{DescribeCharacter(key)}",
                $"Copy the key again. A key is {Client.Http.ApiKey.PublishedFormat}.");
        }

        if (!Force && !Client.Http.ApiKey.HasPublishedFormat(key))
        {
            ThrowInvalidArgument("ExecApiKeyInvalid",
                $"The key in {source} isn't {Client.Http.ApiKey.PublishedFormat}; it has {key.Length} characters. Nothing was sent.",
                "Copy the whole key again. If Exec has changed the format of keys, use -Force.");
        }

        return (new ExecClient(key, Options() with { BaseUri = BaseUri, Proxy = proxy }), key);
    }

    /// <summary>Names the first character that a key can't contain. It is never a character of a valid key.</summary>
    private static string DescribeCharacter(string key)
    {
        var index = key.ToList().FindIndex(character => character is <= ' ' or >= '\x7f');
        return index < 0 ? "" : FormattableString.Invariant($" Character {index + 1} of {key.Length} is U+{(int)key[index]:X4}.");
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
                ThrowInvalidArgument("ExecProxyInvalid", "-ProxyCredential requires -Proxy.", "Specify the proxy, such as -Proxy http://proxy.example:8080.");

            return null;
        }

        if (!Proxy.IsAbsoluteUri || (Proxy.Scheme != Uri.UriSchemeHttp && Proxy.Scheme != Uri.UriSchemeHttps) || Proxy.UserInfo.Length > 0)
        {
            ThrowInvalidArgument("ExecProxyInvalid",
                "The value of -Proxy isn't valid: it must be an absolute http or https address without a user name and password.",
                "Specify an address such as http://proxy.example:8080, and the user name and password with -ProxyCredential.");
        }

        return new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() };
    }

    private (string Key, string Source) FindKey()
    {
        if (ApiKey is not null)
            return (Secrets.Reveal(ApiKey), "-ApiKey");
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
            return (key, "$env:" + KeyVariable);

        var typed = Prompt();
        if (typed is not { Length: > 0 })
        {
            ThrowTerminating("ExecApiKeyMissing", ErrorCategory.AuthenticationError,
                typed is null ? "There is no API key: -ApiKey isn't specified, and $env:EXEC_API_KEY isn't set." : "No API key was entered.",
                WaysToSpecifyKey);
        }

        return (Secrets.Reveal(typed!), "the input");
    }

    /// <summary>Prompts for the key without showing it. Returns null if the host can't prompt.</summary>
    private SecureString? Prompt()
    {
        // A prompt in a job or a remote session waits for input in the other session, which might never arrive.
        if (Host.Name == "ServerRemoteHost" || (Host.Name == "ConsoleHost" && Console.IsInputRedirected))
            return null;

        try
        {
            Host.UI.Write($"Exec API key ({Client.Http.ApiKey.PublishedFormat}): ");
            return Host.UI.ReadLineAsSecureString();
        }
        catch (Exception exception) when (exception is PSInvalidOperationException or HostException or NotImplementedException or NullReferenceException)
        {
            // The session isn't interactive, or the host has no prompt. The caller writes the error.
            return null;
        }
    }
}
