namespace ExecPS.Sandbox.World;

/// <summary>Calculates skill proficiency: the average of a user's scores, weighted by age.</summary>
internal static class Proficiency
{
    private const int FewestObservations = 3;
    private const double HalfLifeDays = 30;

    /// <summary>One row per member with graded sessions, highest score first. Rows without a score come last.</summary>
    /// <param name="sessions">The sessions in which the skill was evaluated.</param>
    public static IReadOnlyList<SkillProficiency> Entries(IEnumerable<SessionEntry> sessions) =>
        [.. sessions
            .Where(session => session.IsValid && session.Person.IsMember)
            .GroupBy(session => session.Person.User)
            .Select(person => Entry(person.Key, [.. person]))
            .OrderByDescending(entry => entry.Score ?? -1)
            .ThenByDescending(entry => entry.ObservationCount)
            .ThenBy(entry => entry.UserEmail, StringComparer.Ordinal)];

    public static SkillProficiencySummary Summary(IReadOnlyCollection<SkillProficiency> entries)
    {
        SkillProficiency[] scored = [.. entries.Where(entry => entry.Score is not null)];
        var proficient = scored.Count(entry => entry.Tier! >= ProficiencyTier.Proficient);
        return new()
        {
            ParticipantCount = entries.Count,
            ScoredParticipantCount = scored.Length,
            PctProficientPlus = scored.Length == 0 ? 0 : Rounded.ToWhole(100.0 * proficient / scored.Length),
            AvgScore = Rounded.Average(scored, entry => entry.Score!.Value),
        };
    }

    private static SkillProficiency Entry(User user, SessionEntry[] observations)
    {
        var last = observations.Max(session => session.CreatedAt);
        double? score = observations.Length < FewestObservations ? null : Rounded.ToTenth(WeightedScore(observations, last));
        return new()
        {
            User = user,
            Score = score,
            Tier = TierOf(score),
            ObservationCount = observations.Length,
            LastPracticedAt = last.ToLocalTime(),
        };
    }

    /// <remarks>The age is relative to the last session. Relative to a later time, all weights shrink equally and the average is the same.</remarks>
    private static double WeightedScore(SessionEntry[] observations, DateTime last)
    {
        double sum = 0, weights = 0;
        foreach (var session in observations)
        {
            var weight = Math.Pow(0.5, (last - session.CreatedAt).TotalDays / HalfLifeDays);
            sum += weight * session.Score!.Value;
            weights += weight;
        }

        return sum / weights;
    }

    private static ProficiencyTier TierOf(double? score) => score switch
    {
        null => ProficiencyTier.InsufficientData,
        >= 90 => ProficiencyTier.Excellent,
        >= 75 => ProficiencyTier.Proficient,
        >= 50 => ProficiencyTier.Developing,
        _ => ProficiencyTier.NeedsWork,
    };
}
