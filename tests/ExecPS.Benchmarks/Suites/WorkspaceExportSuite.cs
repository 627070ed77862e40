using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>A list to a file: Export-ExecWorkspace, which doesn't use the pipeline, compared with Get-ExecAssignment and Export-Csv.</summary>
internal sealed class WorkspaceExportSuite : Suite
{
    private readonly Sizes _sizes;
    private readonly Peer _pipeline;
    private readonly Peer _export;
    private readonly Peer _start;

    public WorkspaceExportSuite(Sizes sizes, Pwsh pwsh)
    {
        _sizes = sizes;
        _pipeline = pwsh.Connected("`Get-ExecAssignment` to `Export-Csv` (a file)", """
            $file = [IO.Path]::GetTempFileName()
            try { Get-ExecAssignment | Export-Csv -Path $file }
            finally { Remove-Item $file }
            """);
        _export = pwsh.Connected("`Export-ExecWorkspace -Include Assignment`", """
            $folder = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
            try { "rows=$((Export-ExecWorkspace -Path $folder -Include Assignment).RowCount)" }
            finally { Remove-Item $folder -Recurse -Force }
            """, sizes.Rows);
        _start = pwsh.Nothing();
        Experiments = [new("export", new(sizes.Rows), sizes.Runs, _pipeline, _export, _start)];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var start = results[_start].Wall;
        var ratio = (results[_pipeline].Wall - start) / (results[_export].Wall - start);
        return new Section($"7. {Words.Count(_sizes.Rows)} rows to a file")
            .Peers(results, Experiments[0].Peers, _export)
            .Say($"Without PowerShell's start, `Export-Csv` takes {Words.Ratio(ratio)} times as long as `Export-ExecWorkspace`, which sorts the rows, writes "
                + $"them with the file's hash, and flushes the file to the disk. Its CPU time is {Words.Ratio((results[_pipeline].Cpu - results[_start].Cpu) / (results[_export].Cpu - results[_start].Cpu))} times as long.")
            .Judge(Verdict.AtLeast("7. `Get-ExecAssignment` to `Export-Csv`, compared with `Export-ExecWorkspace`, both without PowerShell's start", ratio, 3, Words.Ratio));
    }
}
