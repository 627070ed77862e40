using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>What happened in a session: made from its identifier, whenever somebody looks, the same each time.</summary>
/// <remarks>The better the score, the more strong replies and good grades; examples quote what was said.</remarks>
internal sealed class SessionFeedback(SessionEntry session)
{
    private readonly Lazy<Transcript> _talk = new(() => new Transcript(session));
    private readonly Lazy<Grading> _grading = new(() => new Grading(session));

    /// <summary>What came of it; null when it wasn't graded.</summary>
    public string? Outcome => session.Rank?.Name switch
    {
        null => null,
        nameof(Rank.Gold) => "The aim was reached, and the other side would gladly talk again.",
        nameof(Rank.Silver) => "The aim was reached for the most part; a little more persistence would have settled the rest.",
        nameof(Rank.Bronze) => "Some of the aim was reached; what comes next stayed open.",
        _ => "The conversation ended without what it was meant to reach.",
    };

    /// <summary>What went well; null when it wasn't graded.</summary>
    public string? Praise => !session.IsValid ? null : _grading.Value.Best?.Praise ?? "Stayed in the conversation to its end.";

    /// <summary>What to do better; null when it wasn't graded.</summary>
    public string? Advice => !session.IsValid ? null : _grading.Value.Worst?.Advice ?? "Nothing that stands out. Try a harder scenario next.";

    public IEnumerable<TranscriptLine> Transcript => _talk.Value.Lines;

    /// <summary>The grades; none when it wasn't graded.</summary>
    public IEnumerable<EvaluationCriterion> Evaluations => session.IsValid ? _grading.Value.Criteria(_talk.Value) : [];
}
