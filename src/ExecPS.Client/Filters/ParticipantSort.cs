using System.ComponentModel;

namespace ExecPS.Client.Filters;

/// <summary>What the participants of a scenario are sorted by.</summary>
public enum ParticipantSort
{
    /// <summary><c>best_score</c></summary>
    [Description("The highest score.")]
    BestScore,

    /// <summary><c>first_score</c></summary>
    [Description("The score of the first attempt.")]
    FirstScore,

    /// <summary><c>lift_percentage</c></summary>
    [Description("The rise from the first score to the best.")]
    LiftPercentage,

    /// <summary><c>total_duration_seconds</c></summary>
    [Description("The time spent.")]
    TotalDurationSeconds,

    /// <summary><c>session_count</c></summary>
    [Description("The number of sessions.")]
    SessionCount,
}
