using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>Eight runspaces run a list at the same time over one connection: each gets every row, and they share the limit.</summary>
internal sealed class RunspacesSuite : Suite
{
    private const int Runspaces = 8;
    private const int PageSize = 100;
    private const int LimitedRows = 1000;
    private const int RequestsPerMinute = 40;
    private readonly Sizes _sizes;
    private readonly Peer _one;
    private readonly Peer _eight;
    private readonly Peer _limited;

    public RunspacesSuite(Sizes sizes, Pwsh pwsh)
    {
        _sizes = sizes;
        _one = pwsh.Connected("one runspace", InRunspaces(pwsh, 1), sizes.RunspaceRows);
        _eight = pwsh.Connected("eight runspaces", InRunspaces(pwsh, Runspaces), Runspaces * sizes.RunspaceRows);
        _limited = pwsh.Connected("eight runspaces, limited", $$"""
            # The rest would wait for the next minute: that it is stopped is no failure here.
            $ErrorActionPreference = 'SilentlyContinue'
            1..{{Runspaces}} | ForEach-Object -ThrottleLimit {{Runspaces}} -TimeoutSeconds 5 -Parallel {
                Import-Module {{pwsh.Manifest}}
                $null = Get-ExecAssignment -Connection $using:connection
            }
            exit 0
            """, runs: 1, connectWith: $"-RequestsPerMinute {RequestsPerMinute} -NoVerify");
        Experiments =
        [
            new("runspaces", new(sizes.RunspaceRows), Math.Min(sizes.Runs, 3), _one, _eight),
            new("runspaces, limited", new(LimitedRows), 1, _limited),
        ];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var wrong = Runspaces - results[_eight].Min(run => run.Told("right"));
        var sent = results[_limited].Runs[0].Server.Requests;
        return new Section("Special case: eight runspaces with one connection")
            .Table(
                ["", "wall", "CPU", "peak memory", "requests", "runspaces with every row once"],
                new[] { _one, _eight }.Select(peer => (IReadOnlyList<string>)
                [
                    peer.Name,
                    results[peer].Spread(run => run.WallSeconds, Words.Seconds),
                    Words.Seconds(results[peer].Cpu),
                    Words.Mebibytes(results[peer].Peak),
                    Words.Count(results[peer].Requests),
                    Words.Count(results[peer].Min(run => run.Told("right"))),
                ]))
            .Say($"Each lists {Words.Count(_sizes.RunspaceRows)} rows; eight lists take {Words.Ratio(results[_eight].Wall / results[_one].Wall)} times as long as one. "
                + $"With `-RequestsPerMinute {RequestsPerMinute}`, eight runspaces that need {Runspaces * LimitedRows / PageSize} pages sent {sent} requests in the first seconds.")
            .Judge(Verdict.AtMost("Eight runspaces: lists with a missing or repeated row", wrong, 0, Words.Count))
            .Judge(Verdict.AtMost("Eight runspaces: requests in the connection's first minute", sent, RequestsPerMinute, Words.Count));
    }

    private string InRunspaces(Pwsh pwsh, int runspaces) => $$"""
        $lists = 1..{{runspaces}} | ForEach-Object -ThrottleLimit {{runspaces}} -Parallel {
            Import-Module {{pwsh.Manifest}}
            $ids = [Collections.Generic.HashSet[string]]::new()
            $rows = 0
            Get-ExecAssignment -Connection $using:connection | ForEach-Object { $rows++; $null = $ids.Add($_.Id) }
            [pscustomobject]@{ Rows = $rows; Distinct = $ids.Count }
        }
        "rows=$(($lists | Measure-Object Rows -Sum).Sum)"
        "right=$(@($lists | Where-Object { $_.Rows -eq {{_sizes.RunspaceRows}} -and $_.Distinct -eq {{_sizes.RunspaceRows}} }).Count)"
        """;
}
