namespace ExecPS.Sandbox.Api;

/// <summary>The order of <c>getScenarioAnalyticsParticipants</c>. Its filters apply to the sessions.</summary>
internal static class ParticipantOrder
{
    /// <exception cref="ApiProblem">The order isn't valid.</exception>
    public static RowSelection<ScenarioParticipant> From(ApiRequest request) => new FilterBuilder<ScenarioParticipant>(request)
        .SortedBy(
            "sorting",
            "-best_score",
            SortKey<ScenarioParticipant>.Number("best_score", row => row.BestScore),
            SortKey<ScenarioParticipant>.Number("first_score", row => row.FirstScore),
            SortKey<ScenarioParticipant>.Number("lift_percentage", row => row.LiftPercentage),
            SortKey<ScenarioParticipant>.Number("total_duration_seconds", row => row.TotalDurationSeconds),
            SortKey<ScenarioParticipant>.Number("session_count", row => row.SessionCount))
        .ToSelection();
}
