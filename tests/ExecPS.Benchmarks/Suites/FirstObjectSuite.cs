using ExecPS.Benchmarks.Peers;
using ExecPS.Benchmarks.Report;

namespace ExecPS.Benchmarks.Suites;

/// <summary>The time until the first object, in round trips, and the requests for a consumer that reads ten objects.</summary>
internal sealed class FirstObjectSuite : Suite
{
    private const int Rows = 10_000;
    private static readonly int[] s_latencies = [0, 50, 200];
    private readonly Peer[] _first;
    private readonly Peer[] _select;

    public FirstObjectSuite(Sizes sizes, Pwsh pwsh)
    {
        _first = Peers(pwsh, "`Get-ExecAssignment -First 10`", "Get-ExecAssignment -First 10");
        _select = Peers(pwsh, "`Get-ExecAssignment \\| Select-Object -First 10`", "Get-ExecAssignment | Select-Object -First 10");
        Experiments = [.. s_latencies.Select((latency, at) => new Experiment("first object", new(Rows, latency), sizes.Runs, _first[at], _select[at]))];
    }

    public override IReadOnlyList<Experiment> Experiments { get; }

    public override Section Report(Results results)
    {
        var slowest = s_latencies.Skip(1).SelectMany((_, at) => new[] { RoundTrips(results, _first, at + 1), RoundTrips(results, _select, at + 1) }).Max();
        return new Section("4. Time to the first object, and number of requests")
            .Table(
                ["", "latency", "pages requested", "first object after", "round trips"],
                s_latencies.SelectMany((_, at) => new[] { Row(results, _first, at), Row(results, _select, at) }))
            .Say("The time starts with the command, in a connected session. Round trips are the difference to the time without latency, divided by the latency.")
            .Judge(Verdict.AtMost("4a. Maximum round trips to the first object at any latency", slowest, 2, Words.Ratio))
            .Judge(Verdict.AtMost("4b. Maximum requests of `Select-Object -First 10` at any latency", MostPages(results, _select), 2, Words.Count))
            .Judge(Verdict.AtMost("4c. Maximum requests of `-First 10` at any latency", MostPages(results, _first), 1, Words.Count));
    }

    private static Peer[] Peers(Pwsh pwsh, string name, string command) =>
    [
        .. s_latencies.Select(_ => pwsh.Connected(name, $$"""
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $first = $null
            $rows = 0
            {{command}} | ForEach-Object { if ($null -eq $first) { $first = $watch.Elapsed.TotalSeconds }; $rows++ }
            "first=$first"
            "rows=$rows"
            """, rows: 10)),
    ];

    private static IReadOnlyList<string> Row(Results results, Peer[] peers, int at)
    {
        var series = results[peers[at]];
        return
        [
            peers[at].Name,
            $"{s_latencies[at]} ms",
            series.Spread(run => run.Server.Pages, Words.Count),
            series.Spread(run => run.Told("first"), Words.Milliseconds),
            at == 0 ? "" : Words.Ratio(RoundTrips(results, peers, at)),
        ];
    }

    private static double RoundTrips(Results results, Peer[] peers, int at) =>
        (results[peers[at]].Told("first") - results[peers[0]].Told("first")) * 1000 / s_latencies[at];

    private static double MostPages(Results results, Peer[] peers) => peers.Max(peer => results[peer].Max(run => run.Server.Pages));
}
