using System.Text;
using ExecPS.Benchmarks.Peers;

namespace ExecPS.Benchmarks.Report;

/// <summary>A part of the report, in Markdown.</summary>
internal sealed class Section(string title)
{
    private readonly StringBuilder _text = new StringBuilder("## ").Append(title).Append('\n');
    private readonly List<Verdict> _verdicts = [];

    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    public Section Say(string paragraph)
    {
        _text.Append('\n').Append(paragraph).Append('\n');
        return this;
    }

    /// <summary>The columns after the first contain numbers.</summary>
    public Section Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        _text.Append('\n');
        Row(heads);
        Row([.. heads.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in rows)
            Row(row);
        return this;
    }

    /// <summary>The results of every peer, and their ratio to one of them.</summary>
    public Section Peers(Results results, IReadOnlyList<Peer> peers, Peer yardstick) => Table(
        ["", "wall", "CPU", "peak memory", "requests", $"wall relative to {yardstick.Name}"],
        peers.Select(peer => (IReadOnlyList<string>)
        [
            peer.Name,
            results[peer].Spread(run => run.WallSeconds, Words.Seconds),
            Words.Seconds(results[peer].Cpu),
            Words.Mebibytes(results[peer].Peak),
            Words.Count(results[peer].Requests),
            Words.Ratio(results[peer].Wall / results[yardstick].Wall),
        ]));

    /// <summary>Compares a result with a target, here and in the summary of the report.</summary>
    public Section Judge(Verdict verdict)
    {
        _verdicts.Add(verdict);
        return Say($"**{verdict.Target}**: {verdict.Measured}, {verdict.Limit}; met: {Words.MetOrNot(verdict.IsMet)}.");
    }

    public override string ToString() => _text.ToString();

    private void Row(IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
