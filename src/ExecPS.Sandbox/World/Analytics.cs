namespace ExecPS.Sandbox.World;

/// <summary>Calculates analytics from the graded sessions of a scenario.</summary>
internal static class Analytics
{
    /// <summary>One row per participant; the participant with the latest session comes first.</summary>
    /// <param name="sessions">The sessions, newest first.</param>
    public static IReadOnlyList<ScenarioParticipant> Participants(IEnumerable<SessionEntry> sessions) =>
        [.. sessions.Where(session => session.IsValid).GroupBy(session => session.Person.User).Select(Participant)];

    public static ScenarioAnalytics Summary(IEnumerable<SessionEntry> sessions)
    {
        var participants = Participants(sessions);
        var count = participants.Sum(participant => participant.SessionCount!.Value);
        var seconds = participants.Sum(participant => participant.TotalDurationSeconds!.Value);
        var best = Rounded.Average(participants, participant => participant.BestScore!.Value) ?? 0;
        return new()
        {
            ParticipantCount = participants.Count,
            TotalSessions = count,
            AverageBestScore = best,
            AverageBestRank = Score.RankOf(best),
            AverageLiftPercentage = Rounded.Average(participants, participant => participant.LiftPercentage!.Value) ?? 0,
            TotalPracticeMinutes = Rounded.ToWhole(seconds / 60),
            AverageSessionDurationSeconds = count == 0 ? 0 : Rounded.ToTenth(seconds / count),
            ScoreDistribution = [.. new[] { Rank.Gold, Rank.Silver, Rank.Bronze, Rank.Unranked }.Select(rank => Share(rank, participants))],
        };
    }

    private static ScenarioParticipant Participant(IGrouping<User, SessionEntry> sessions)
    {
        var first = sessions.Last();
        var best = sessions.Max(session => session.Score!.Value);
        return new()
        {
            User = sessions.Key,
            SessionCount = sessions.Count(),
            FirstScore = first.Score,
            FirstRank = first.Rank,
            BestScore = best,
            BestRank = Score.RankOf(best),
            LiftPercentage = Rounded.ToTenth(best - first.Score!.Value),
            TotalDurationSeconds = sessions.Sum(session => session.DurationSeconds ?? 0),
        };
    }

    private static RankCount Share(Rank rank, IReadOnlyList<ScenarioParticipant> participants)
    {
        var count = participants.Count(participant => participant.BestRank == rank);
        return new() { Rank = rank, Count = count, Percentage = participants.Count == 0 ? 0 : Rounded.ToTenth(100.0 * count / participants.Count) };
    }
}
