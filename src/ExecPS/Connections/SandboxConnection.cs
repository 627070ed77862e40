using ExecPS.Client;
using ExecPS.Sandbox;

namespace ExecPS.Connections;

/// <summary>Creates clients of the sandbox. No other type uses the sandbox's assembly, so it is loaded only if it is used.</summary>
internal static class SandboxConnection
{
    public static (ExecClient Client, string ApiKey) Create(ExecClientOptions options, int? assignmentCount)
    {
        var world = new SandboxWorkspace(assignmentCount is { } count ? new SandboxOptions { AssignmentCount = count } : new SandboxOptions());
        var client = new ExecClient(
            SandboxDefaults.ApiKey, options with { BaseUri = SandboxDefaults.BaseUri }, new SandboxHandler(world, SandboxDefaults.ApiKey));
        return (client, SandboxDefaults.ApiKey);
    }
}
