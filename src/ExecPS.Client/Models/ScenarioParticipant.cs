using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What one user has reached in one scenario (<c>getScenarioAnalyticsParticipants</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class ScenarioParticipant : IListRow
{
    /// <summary>The scenario, by the identifier or slug that was asked for; the answer doesn't name it.</summary>
    [JsonIgnore]
    public string? ScenarioId { get; set; }

    /// <summary>The identifier of the user.</summary>
    [JsonIgnore]
    public string? UserId => User?.Id;

    /// <summary>The email address of the user.</summary>
    [JsonIgnore]
    public string? UserEmail => User?.Email;

    /// <summary>First and last name of the user.</summary>
    [JsonIgnore]
    public string? UserName => User?.Name;

    /// <summary>How many sessions the user has completed.</summary>
    public int? SessionCount { get; set; }

    /// <summary>The score of the first attempt, 0 to 100; null when it has none.</summary>
    public double? FirstScore { get; set; }

    /// <summary>The rank of the first attempt; null when it has no score.</summary>
    public Rank? FirstRank { get; set; }

    /// <summary>The highest score, 0 to 100; null before the first scored attempt.</summary>
    public double? BestScore { get; set; }

    /// <summary>The rank of the highest score; null before the first scored attempt.</summary>
    public Rank? BestRank { get; set; }

    /// <summary>By how much the user rose from the first score to the best; null without scores.</summary>
    public double? LiftPercentage { get; set; }

    /// <summary>How long all sessions of the user took together, in seconds.</summary>
    public double? TotalDurationSeconds { get; set; }

    /// <summary>The user.</summary>
    public User? User { get; set; }

    string? IListRow.Id => (UserId ?? UserEmail) is { } user ? $"{ScenarioId}/{user}" : null;

    DateTime? IListRow.CreatedAt => null;

    /// <summary>User and best score, as <c>Jane Smith: 88</c>.</summary>
    public override string ToString() => $"{User}: {BestScore}";
}
