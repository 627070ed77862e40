using ExecPS.Client.Models;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>getScenarioAnalyticsParticipants</c> can be sorted by; the sessions behind it are narrowed before.</summary>
internal static class ParticipantConditions
{
    /// <exception cref="ApiProblem">There is no such order.</exception>
    public static RowSelection<ScenarioParticipant> From(ApiRequest request) => new Conditions<ScenarioParticipant>(request)
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
