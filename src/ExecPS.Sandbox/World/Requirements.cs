using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>What an assignment asks for.</summary>
internal readonly record struct Requirements(int? AttemptMin, int? AttemptMax, Rank? RankMin)
{
    private static readonly Rank[] Ranks = [Rank.Bronze, Rank.Bronze, Rank.Silver, Rank.Silver, Rank.Silver, Rank.Gold];

    /// <summary>The attempts without which nothing is completed.</summary>
    public int FewestAttempts => Math.Max(AttemptMin ?? 1, 1);

    /// <summary>Requirements that an assignment of the given status can have.</summary>
    public static Requirements For(AssignmentStatus status, Numbers numbers)
    {
        int? max = status == AssignmentStatus.DidNotPass || numbers.Percent(40) ? numbers.Between(2, 5) : null;
        int? min = numbers.Percent(30) ? null : numbers.Percent(70) ? 1 : numbers.Between(2, max ?? 3);
        Rank? rank = numbers.Percent(75) ? numbers.OneOf(Ranks) : null;

        // Whoever has tried and isn't done lacks a rank or, while some are left, attempts.
        var lacksRank = status == AssignmentStatus.DidNotPass
            || (status is AssignmentStatus.InProgress or AssignmentStatus.PastDue && min is null or 1);
        return new(min, max, lacksRank ? rank ?? Rank.Silver : rank);
    }
}
