namespace ExecPS.Sandbox.World;

/// <summary>Generates the scores of consecutive attempts, which mostly improve.</summary>
internal static class ScoreProgression
{
    private const int Lowest = 12;

    /// <summary>The score a user reaches without practice.</summary>
    public static int TalentOf(User user) => SeededRandom.For(user.Id!).Between(38, 94);

    /// <summary>The scores of attempts with a specified best score.</summary>
    public static double[] To(double best, int attempts, int talent, SeededRandom random)
    {
        var scores = new double[attempts];
        var bestPlace = random.Percent(65) ? attempts - 1 : random.Below(attempts);
        for (var place = 0; place < attempts; place++)
        {
            var lacks = Math.Max(3, (int)((best - talent) * (attempts - place) / attempts)) + random.Below(8);
            scores[place] = place == bestPlace ? best : WithTenths(Math.Max(Math.Min(Lowest, best), Math.Floor(best) - lacks), random);
        }

        return scores;
    }

    /// <summary>The scores of attempts of a user with a specified talent.</summary>
    public static double[] Of(int talent, int attempts, SeededRandom random)
    {
        var scores = new double[attempts];
        for (var place = 0; place < attempts; place++)
            scores[place] = WithTenths(Math.Min(100, Math.Max(Lowest, talent + (place * 4) + random.Between(-10, 14))), random);
        return scores;
    }

    private static double WithTenths(double score, SeededRandom random) =>
        score < 100 && random.Percent(20) ? Math.Round(score + (random.Between(1, 9) / 10.0), 1) : score;
}
