using System.Text;

namespace ExecPS.Benchmarks.Report;

/// <summary>The whole report, in Markdown.</summary>
internal static class ReportFile
{
    public static string Compose(string hardware, string software, string serversCost, int runs, bool isQuick, IReadOnlyList<Section> sections)
    {
        var verdicts = sections.SelectMany(section => section.Verdicts).ToList();
        var summary = new Section("Summary")
            .Say($"{verdicts.Count(verdict => verdict.IsMet)} of {verdicts.Count} targets are met.")
            .Table(
                ["target", "measured", "limit", "met"],
                verdicts.Select(verdict => (IReadOnlyList<string>)[verdict.Target, verdict.Measured, verdict.Limit, Words.MetOrNot(verdict.IsMet)]));
        var method = new Section("Method")
            .Say($"On {DateTime.UtcNow:yyyy-MM-dd}, on {hardware}. {software}.")
            .Say("Every peer is a whole process, measured from outside: its duration, its user and system time, and its peak working set. "
                + $"The peers of a table run in turn, {runs} times unless stated otherwise; the tables show medians, with the minimum and maximum in brackets. "
                + "Other load on the computer therefore affects all of them, and the ratios are more meaningful than the seconds, which apply to one computer. "
                + "PowerShell runs with `-NoProfile -NonInteractive`; the module is connected with `-RequestsPerMinute 0`, which needs one request in addition to the pages.")
            .Say("The server is a separate process on the loopback address. Its pages are serialized in advance and only numbers are written into them, about 480 bytes per row, "
                + $"not compressed. {serversCost}")
            .Say("The `Invoke-RestMethod` loop runs without a progress bar, which would make it slower.");

        var text = new StringBuilder("# Benchmarks\n\n")
            .Append("Written by `./build.ps1 Benchmark`; not by hand. [How to run them](../tests/ExecPS.Benchmarks/README.md). [Comparisons between versions](benchmark-comparisons.md).\n");
        if (isQuick)
            text.Append("\n> This was a quick run, over sizes too small to say anything: it shows that the benchmark works.\n");
        foreach (var section in (Section[])[summary, method, .. sections])
            text.Append('\n').Append(section);
        return text.ToString();
    }
}
