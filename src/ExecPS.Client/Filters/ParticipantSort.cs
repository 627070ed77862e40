namespace ExecPS.Client.Filters;

/// <summary>The sort orders of the participants of a scenario.</summary>
public enum ParticipantSort
{
    /// <summary><c>best_score</c>: the highest score.</summary>
    BestScore,

    /// <summary><c>first_score</c>: the score of the first attempt.</summary>
    FirstScore,

    /// <summary><c>lift_percentage</c>: the increase from the first score to the best.</summary>
    LiftPercentage,

    /// <summary><c>total_duration_seconds</c>: the duration of all sessions together.</summary>
    TotalDurationSeconds,

    /// <summary><c>session_count</c>: the number of sessions.</summary>
    SessionCount,
}
