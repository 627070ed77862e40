namespace ExecPS.Sandbox.World;

/// <summary>Generates scores and converts them to ranks.</summary>
internal static class Score
{
    private const int Lowest = 18;

    public static Rank RankOf(double score) => score switch
    {
        >= 90 => Rank.Gold,
        >= 75 => Rank.Silver,
        >= 50 => Rank.Bronze,
        _ => Rank.Unranked,
    };

    /// <summary>A score that reaches the rank, or any score if no rank is required.</summary>
    public static double Reaching(Rank? rank, SeededRandom random)
    {
        var from = rank is { } needed ? ThresholdOf(needed) : 40;

        // The higher of two random numbers is rarely low.
        return WithTenths(Math.Max(random.Between(from, 100), random.Between(from, 97)), random);
    }

    /// <summary>A score that doesn't reach the rank.</summary>
    public static double Below(Rank rank, SeededRandom random) => WithTenths(
        Math.Max(random.Between(Lowest, ThresholdOf(rank) - 1), random.Between(Lowest, ThresholdOf(rank) - 1)), random);

    private static int ThresholdOf(Rank rank) => rank.Name switch
    {
        nameof(Rank.Gold) => 90,
        nameof(Rank.Silver) => 75,
        nameof(Rank.Bronze) => 50,
        _ => 0,
    };

    private static double WithTenths(int score, SeededRandom random) =>
        score < 100 && random.Percent(20) ? Math.Round(score + (random.Between(1, 9) / 10.0), 1) : score;
}
