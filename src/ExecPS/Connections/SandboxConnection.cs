using ExecPS.Client;
using ExecPS.Sandbox;

namespace ExecPS.Connections;

/// <summary>The one place that uses the sandbox's assembly, so that it isn't loaded for those who don't.</summary>
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
