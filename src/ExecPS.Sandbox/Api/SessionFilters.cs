using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>The filters and the order of <c>listSessions</c>.</summary>
internal static class SessionFilters
{
    /// <exception cref="ApiProblem">A value isn't valid.</exception>
    public static RowSelection<SessionEntry> From(ApiRequest request) => PracticeFilters.From(request)
        .AnyOf("scenario_ids", session => session.Scenario.Ref.Id)
        .AnyOfMany("collection_ids", session => session.Scenario.CollectionIds)
        .AnyOfMany("skill_ids", session => session.Scenario.SkillIds)
        .AnyOf("program_ids", session => session.Assignment?.ProgramId)
        .AnyKnown("rank", ApiNames.OfRanks, session => ApiNames.Of(session.Rank))
        .SortedBy(
            "sorting",
            "-created_at",
            SortKey<SessionEntry>.Time("created_at", session => session.CreatedAt),
            SortKey<SessionEntry>.Number("score", session => session.Score),
            SortKey<SessionEntry>.Number("duration", session => session.DurationSeconds))
        .ToSelection();
}
