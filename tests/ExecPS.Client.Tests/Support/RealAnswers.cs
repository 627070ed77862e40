using ExecPS.Sandbox;

namespace ExecPS.Client.Tests.Support;

/// <summary>Responses of a small sandbox, used for damaged responses.</summary>
internal static class RealResponses
{
    /// <summary>The number of damaged copies of each response; set the variable EXECPS_LONG_TESTS for the long run.</summary>
    public static int DamagedCount { get; } = Environment.GetEnvironmentVariable("EXECPS_LONG_TESTS") is { Length: > 0 } ? 100_000 : 2_000;

    public static async Task<byte[]> OfAsync(string path)
    {
        using var http = new HttpClient(new SandboxHandler(new SandboxWorkspace(new SandboxOptions { AssignmentCount = 20 })));
        http.DefaultRequestHeaders.Authorization = new("Bearer", SandboxDefaults.ApiKey);
        return await http.GetByteArrayAsync(new Uri(SandboxDefaults.BaseUri, path.TrimStart('/') + "?page=1&page_size=100"), TestContext.Current.CancellationToken);
    }
}
