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
        nameof(Rank.Gold) => "The goal was achieved, and the customer agreed to a next step.",
        nameof(Rank.Silver) => "Most of the goal was achieved. One question remained open.",
        nameof(Rank.Bronze) => "Part of the goal was achieved, but there was no clear next step.",
        _ => "The goal wasn't achieved.",
    };

    /// <summary>Positive feedback, or null if the session wasn't graded.</summary>
    public string? Praise => !session.IsValid ? null : _grading.Value.Best?.Praise ?? "Completed the conversation.";

    /// <summary>Constructive feedback, or null if the session wasn't graded.</summary>
    public string? Advice => !session.IsValid ? null : _grading.Value.Worst?.Advice ?? "No specific suggestions. Try a more difficult scenario next.";

    public IEnumerable<TranscriptLine> Transcript => _transcript.Value.Lines;

    /// <summary>The grades, or none if the session wasn't graded.</summary>
    public IEnumerable<EvaluationCriterion> Evaluations => session.IsValid ? _grading.Value.Criteria(_transcript.Value) : [];
}
