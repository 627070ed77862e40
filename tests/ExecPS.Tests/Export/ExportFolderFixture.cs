using ExecPS.Client;
using ExecPS.Export;
using ExecPS.Sandbox;

namespace ExecPS.Tests.Export;

/// <summary>A temporary folder, and exports to it without PowerShell.</summary>
public sealed class ExportFolderFixture : IDisposable
{
    internal static IReadOnlyList<ExportDefinition> All => ExportDefinitions.All;

    public string Folder { get; } = Directory.CreateTempSubdirectory("execps-export").FullName;

    internal ExportOptions Options => new() { Path = Folder, Format = RowFormat.Of(ExportFormat.Csv, forExcel: false), WorkspaceId = "w1", WorkspaceName = "Model" };

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Creates a client of the sandbox in this process.</summary>
    public static ExecClient Connect(SandboxWorkspace world, int requestsPerMinute = 0) =>
        new(SandboxDefaults.ApiKey, new() { BaseUri = SandboxDefaults.BaseUri, RequestsPerMinute = requestsPerMinute }, new SandboxHandler(world, SandboxDefaults.ApiKey));

    /// <summary>Exports resources, and returns their results and failures.</summary>
    internal static async Task<List<(ExportedFile File, Exception? Failure)>> RunAsync(ExecClient client, ExportOptions options, long? maximum, params ExportResource[] resources)
    {
        var definitions = All.Where(definition => resources.Contains(definition.Resource)).ToList();
        using var folder = ExportFolder.Open(options, definitions);
        var exporter = new WorkspaceExporter(
            client, folder, options, new RequestBudget(client, maximum), new Progress<ExecNotice>(), TestContext.Current.CancellationToken);
        var results = new List<(ExportedFile, Exception?)>();
        foreach (var definition in definitions)
            results.Add(await exporter.ExportAsync(definition));
        return results;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
