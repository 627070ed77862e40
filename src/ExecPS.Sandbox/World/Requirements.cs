namespace ExecPS.Sandbox.World;

/// <summary>The completion requirements of an assignment.</summary>
internal readonly record struct Requirements(int? AttemptMin, int? AttemptMax, Rank? RankMin)
{
    private static readonly Rank[] Ranks = [Rank.Bronze, Rank.Bronze, Rank.Silver, Rank.Silver, Rank.Silver, Rank.Gold];

    /// <summary>The minimum number of attempts to complete the assignment.</summary>
    public int FewestAttempts => Math.Max(AttemptMin ?? 1, 1);

    /// <summary>Generates requirements that an assignment with the specified status can have.</summary>
    public static Requirements For(AssignmentStatus status, SeededRandom random)
    {
        int? max = status == AssignmentStatus.DidNotPass || random.Percent(40) ? random.Between(2, 5) : null;
        int? min = random.Percent(30) ? null : random.Percent(70) ? 1 : random.Between(2, max ?? 3);
        Rank? rank = random.Percent(75) ? random.OneOf(Ranks) : null;

        // An assignment with attempts that isn't completed lacks the rank or, while attempts are left, attempts.
        var lacksRank = status == AssignmentStatus.DidNotPass
            || (status is AssignmentStatus.InProgress or AssignmentStatus.PastDue && min is null or 1);
        return new(min, max, lacksRank ? rank ?? Rank.Silver : rank);
    }
}
