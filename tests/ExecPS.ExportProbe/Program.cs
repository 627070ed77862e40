using System.Globalization;
using ExecPS.Client;
using ExecPS.Export;

namespace ExecPS.ExportProbe;

/// <summary>
/// Arguments: address, folder, format, the hours by which the clock is ahead, a maximum number of requests (0 for none), and resources.
/// Exports without PowerShell, and writes one line per resource: its name, whether it is complete, and the number of rows.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var client = new ExecClient("exec_live_" + new string('0', 40), new() { BaseUri = new(args[0]), RequestsPerMinute = 0, MaximumRetryCount = 0 });
        var options = new ExportOptions
        {
            Path = args[1],
            Format = RowFormat.Of((ExportFormat)Enum.Parse(typeof(ExportFormat), args[2]), forExcel: false),
            WorkspaceId = "w1",
            WorkspaceName = "Model",
            Clock = new AheadClock(TimeSpan.FromHours(double.Parse(args[3], CultureInfo.InvariantCulture))),
        };
        var definitions = ExportDefinitions.All.Where(definition => args.Skip(5).Contains(definition.Resource.ToString())).ToList();
        var maximum = long.Parse(args[4], CultureInfo.InvariantCulture);
        using var folder = ExportFolder.Open(options, definitions);
        var exporter = new WorkspaceExporter(client, folder, options, new RequestBudget(client, maximum == 0 ? null : maximum), new Progress<ExecNotice>(), CancellationToken.None);
        foreach (var definition in definitions)
        {
            var (file, failure) = await exporter.ExportAsync(definition);
            Console.WriteLine($"{file.Resource} {file.IsComplete} {file.RowCount} {file.Message} {failure?.GetType().Name}");
        }

        return 0;
    }

    private sealed class AheadClock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
