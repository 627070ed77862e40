namespace ExecPS.Client.Models;

/// <summary>Summary analytics for a scenario (<c>getScenarioAnalyticsSummary</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class ScenarioAnalytics : ExecObject
{
    /// <summary>The ID or slug of the scenario, as it was requested.</summary>
    [JsonIgnore]
    public string? ScenarioId { get; set; }

    /// <summary>The name of the scenario. Null if neither the input nor a response of the session contained it.</summary>
    [JsonIgnore]
    public string? ScenarioName { get; set; }

    /// <summary>The rank of the average best score.</summary>
    public Rank? AverageBestRank { get; set; }

    /// <summary>The number of users who have graded sessions.</summary>
    public int? ParticipantCount { get; set; }

    /// <summary>The number of graded sessions.</summary>
    public int? TotalSessions { get; set; }

    /// <summary>The average of the participants' best scores, 0 to 100.</summary>
    public double? AverageBestScore { get; set; }

    /// <summary>The average increase from the first score to the best, in percentage points.</summary>
    public double? AverageLiftPercentage { get; set; }

    /// <summary>The duration of all sessions together, in minutes.</summary>
    public double? TotalPracticeMinutes { get; set; }

    /// <summary>The average duration of a session, in seconds.</summary>
    public double? AverageSessionDurationSeconds { get; set; }

    /// <summary>The number of participants whose best rank is Gold.</summary>
    [JsonIgnore]
    public int? GoldCount => CountOf(Rank.Gold);

    /// <summary>The number of participants whose best rank is Silver.</summary>
    [JsonIgnore]
    public int? SilverCount => CountOf(Rank.Silver);

    /// <summary>The number of participants whose best rank is Bronze.</summary>
    [JsonIgnore]
    public int? BronzeCount => CountOf(Rank.Bronze);

    /// <summary>The number of participants without a rank.</summary>
    [JsonIgnore]
    public int? UnrankedCount => CountOf(Rank.Unranked);

    /// <summary>The number of participants per rank.</summary>
    public ReadableList<RankCount>? ScoreDistribution { get; set; }

    /// <summary>The name of the scenario, or its ID or slug.</summary>
    public override string ToString() => ScenarioName ?? ScenarioId ?? "";

    private int? CountOf(Rank rank) => ScoreDistribution?.Find(row => row?.Rank == rank)?.Count;
}
