using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The figures of a scenario over all its participants (<c>getScenarioAnalyticsSummary</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class ScenarioAnalytics
{
    /// <summary>The scenario, by the identifier or slug that was asked for; the answer doesn't name it.</summary>
    [JsonIgnore]
    public string? ScenarioId { get; set; }

    /// <summary>How many users have graded sessions.</summary>
    public int? ParticipantCount { get; set; }

    /// <summary>How many graded sessions there are.</summary>
    public int? TotalSessions { get; set; }

    /// <summary>The average of each participant's best score, 0 to 100.</summary>
    public double? AverageBestScore { get; set; }

    /// <summary>The rank of the average best score.</summary>
    public Rank? AverageBestRank { get; set; }

    /// <summary>By how much participants rose from their first score to their best, on average.</summary>
    public double? AverageLiftPercentage { get; set; }

    /// <summary>How long all sessions took together, in minutes.</summary>
    /// <remarks>The document says that it is a whole number; a fraction is read too.</remarks>
    public double? TotalPracticeMinutes { get; set; }

    /// <summary>How long a session took on average, in seconds.</summary>
    public double? AverageSessionDurationSeconds { get; set; }

    /// <summary>How many participants have gold as their best rank.</summary>
    [JsonIgnore]
    public int? GoldCount => CountOf(Rank.Gold);

    /// <summary>How many participants have silver as their best rank.</summary>
    [JsonIgnore]
    public int? SilverCount => CountOf(Rank.Silver);

    /// <summary>How many participants have bronze as their best rank.</summary>
    [JsonIgnore]
    public int? BronzeCount => CountOf(Rank.Bronze);

    /// <summary>How many participants have no rank yet.</summary>
    [JsonIgnore]
    public int? UnrankedCount => CountOf(Rank.Unranked);

    /// <summary>How many participants have which rank as their best.</summary>
    public ReadableList<RankCount>? ScoreDistribution { get; set; }

    /// <summary>The scenario, as it was asked for.</summary>
    public override string ToString() => ScenarioId ?? "";

    private int? CountOf(Rank rank) => ScoreDistribution?.Find(row => row?.Rank == rank)?.Count;
}
