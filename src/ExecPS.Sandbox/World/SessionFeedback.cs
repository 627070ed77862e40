namespace ExecPS.Sandbox.World;

/// <summary>The feedback on a session, generated from its ID on each request.</summary>
/// <remarks>A higher score gives more good replies and grades. Examples quote the transcript.</remarks>
internal sealed class SessionFeedback(SessionEntry session)
{
    private readonly Lazy<Transcript> _transcript = new(() => new Transcript(session));
    private readonly Lazy<Grading> _grading = new(() => new Grading(session));

    /// <summary>The outcome, or null if the session wasn't graded.</summary>
    public string? Outcome => session.Rank?.Name switch
    {
        null => null,
        nameof(Rank.Gold) => "The aim was reached, and the other side would gladly talk again.",
        nameof(Rank.Silver) => "The aim was reached for the most part; a little more persistence would have settled the rest.",
        nameof(Rank.Bronze) => "Some of the aim was reached; what comes next stayed open.",
        _ => "The conversation ended without what it was meant to reach.",
    };

    /// <summary>Positive feedback, or null if the session wasn't graded.</summary>
    public string? Praise => !session.IsValid ? null : _grading.Value.Best?.Praise ?? "Stayed in the conversation to its end.";

    /// <summary>Constructive feedback, or null if the session wasn't graded.</summary>
    public string? Advice => !session.IsValid ? null : _grading.Value.Worst?.Advice ?? "Nothing that stands out. Try a harder scenario next.";

    public IEnumerable<TranscriptLine> Transcript => _transcript.Value.Lines;

    /// <summary>The grades, or none if the session wasn't graded.</summary>
    public IEnumerable<EvaluationCriterion> Evaluations => session.IsValid ? _grading.Value.Criteria(_transcript.Value) : [];
}
