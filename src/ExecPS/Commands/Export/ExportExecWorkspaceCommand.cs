using ExecPS.Export;

namespace ExecPS.Commands;

/// <summary>Exports a workspace to a folder, one file per resource. Later runs request only what is new, where the API supports it.</summary>
[Cmdlet(VerbsData.Export, "ExecWorkspace", SupportsShouldProcess = true)]
[OutputType(typeof(ExportedFile))]
public sealed class ExportExecWorkspaceCommand : ExecConnectedCmdlet
{
    /// <summary>The maximum time that canceled work is waited for.</summary>
    private static readonly TimeSpan s_cancellationLimit = TimeSpan.FromSeconds(3);

    /// <summary>The folder. It is created if it doesn't exist.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateFilePath]
    public string Path { get; set; } = "";

    /// <summary>The resources to export. The default is all that don't need a request for each item of another list.</summary>
    [Parameter(Position = 1)]
    [EnumNameTransform]
    [ValidateRange(ExportResource.Member, ExportResource.Session)]
    [ArgumentCompleter(typeof(EnumCompleter<ExportResource>))]
    public ExportResource?[]? Include { get; set; }

    /// <summary>The format of the files.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(ExportFormat.Csv, ExportFormat.JsonLines)]
    public ExportFormat Format { get; set; } = ExportFormat.Csv;

    /// <summary>Writes a byte order mark, and an apostrophe before text that Excel would evaluate as a formula.</summary>
    [Parameter]
    public SwitchParameter ForExcel { get; set; }

    /// <summary>The number of days before the previous export that are read again, because rows change for some time.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(0, 3650)]
    public int OverlapDays { get; set; } = 7;

    /// <summary>Reads everything again.</summary>
    [Parameter]
    public SwitchParameter Full { get; set; }

    /// <summary>The maximum number of requests. A list that needs more isn't read.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(1, int.MaxValue)]
    public int? MaximumRequestCount { get; set; }

    /// <summary>Exports the resources.</summary>
    protected override void ProcessRecord()
    {
        if (ForExcel && Format != ExportFormat.Csv)
            ThrowInvalidArgument("ExecForExcelNeedsCsv", "-ForExcel applies only to CSV files.", "Omit -ForExcel, or specify -Format Csv.");

        ExportDefinition[] definitions = [.. ExportDefinitions.All.Where(definition => Include?.Contains(definition.Resource) ?? definition.IsDefault)];
        var path = ResolvePath(Path);
        if (!ShouldProcess(path, $"Export {string.Join(", ", definitions.Select(definition => definition.Resource))}"))
            return;

        var budget = new RequestBudget(Client, MaximumRequestCount);
        if (Connection!.Workspace is null)
            budget.Count();
        var workspace = Connection.Workspace ?? Await(Client.GetWorkspaceAsync(Notices, StopToken));
        var options = new ExportOptions
        {
            Path = path, Format = RowFormat.Of(Format, ForExcel), Overlap = TimeSpan.FromDays(OverlapDays), IsFull = Full,
            WorkspaceId = workspace.Id ?? workspace.Name!, WorkspaceName = workspace.Name ?? workspace.Id!,
        };
        Write(definitions, budget, options);
    }

    private void Write(ExportDefinition[] definitions, RequestBudget budget, ExportOptions options)
    {
        Task running = Task.CompletedTask;
        using var folder = OpenFolder(options, definitions);
        var exporter = new WorkspaceExporter(Client, folder, options, budget, Notices, StopToken);
        try
        {
            foreach (var definition in definitions)
            {
                Progress.Begin(MyInvocation.MyCommand.Name, definition.FileName.Replace('-', ' '));
                var export = Task.Run(() => exporter.ExportAsync(definition), StopToken);
                running = export;
                var (file, failure) = Await(export);
                if (failure is not null)
                    WriteError(ErrorRecords.From(file, failure));
                else if (!file.IsComplete)
                    WriteWarning($"{file.Resource} wasn't exported. {file.Message}");
                WriteObject(file);
            }
        }
        finally
        {
            // After Ctrl+C, the folder stays locked until the canceled work has ended.
            Task.WaitAny([running], s_cancellationLimit);
        }
    }

    private ExportFolder OpenFolder(ExportOptions options, ExportDefinition[] definitions)
    {
        try
        {
            return ExportFolder.Open(options, definitions);
        }
        catch (ExportException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception, options.Path));
            throw;
        }
    }
}
