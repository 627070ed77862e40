namespace ExecPS.Client.Models;

/// <summary>The results of a user in a scenario (<c>getScenarioAnalyticsParticipants</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class ScenarioParticipant : ExecObject, IListRow
{
    /// <summary>The ID or slug of the scenario, as it was requested.</summary>
    [JsonIgnore]
    public string? ScenarioId { get; set; }

    /// <summary>The name of the scenario. Null if neither the input nor a response of the session contained it.</summary>
    [JsonIgnore]
    public string? ScenarioName { get; set; }

    /// <summary>The ID of the user.</summary>
    [JsonIgnore]
    public string? UserId => User?.Id;

    /// <summary>The first and last name of the user.</summary>
    [JsonIgnore]
    public string? UserName => User?.Name;

    /// <summary>The email address of the user.</summary>
    [JsonIgnore]
    public string? UserEmail => User?.Email;

    /// <summary>The rank of the first attempt. Null if it has no score.</summary>
    public Rank? FirstRank { get; set; }

    /// <summary>The rank of the highest score. Null before the first scored attempt.</summary>
    public Rank? BestRank { get; set; }

    /// <summary>The number of completed sessions.</summary>
    public int? SessionCount { get; set; }

    /// <summary>The score of the first attempt, 0 to 100. Null if it has no score.</summary>
    public double? FirstScore { get; set; }

    /// <summary>The highest score, 0 to 100. Null before the first scored attempt.</summary>
    public double? BestScore { get; set; }

    /// <summary>The increase from the first score to the best, in percentage points: the best score minus the first. Null without scores.</summary>
    public double? LiftPercentage { get; set; }

    /// <summary>The duration of all sessions together, in seconds.</summary>
    public double? TotalDurationSeconds { get; set; }

    /// <summary>The user.</summary>
    public User? User { get; set; }

    string? IListRow.Id => (UserId ?? UserEmail) is { } user ? $"{ScenarioId}/{user}" : null;

    DateTime? IListRow.CreatedAt => null;

    /// <summary>The user and the best score, such as <c>Jane Smith: 88</c>.</summary>
    public override string ToString() => $"{User}: {BestScore}";
}
