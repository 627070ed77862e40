namespace ExecPS.Sandbox;

/// <summary>How the sandbox is reached.</summary>
public static class SandboxDefaults
{
    /// <summary>A key of the published format that opens the sandbox and nothing else.</summary>
    public const string ApiKey = "exec_live_0000000000000000000000000000000000000000";

    /// <summary>The path of the API, as in its published address.</summary>
    internal const string BasePath = "/rest/v1";

    /// <summary>An address below which the sandbox answers. The name is reserved: no network knows it.</summary>
    public static Uri BaseUri { get; } = new("https://sandbox.exec.invalid/rest/v1/");
}
