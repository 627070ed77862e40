using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>One attempt of a user at a scenario (<c>listSessions</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public class Session : IListRow
{
    /// <summary>The session's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The score, 0 to 100; null when the session wasn't graded.</summary>
    public double? Score { get; set; }

    /// <summary>The rank of the score; null when the session wasn't graded.</summary>
    public Rank? Rank { get; set; }

    /// <summary>How long the session took, in seconds; null when that isn't known.</summary>
    public double? DurationSeconds { get; set; }

    /// <summary>Whether the session was completed and graded, so that it counts in the analytics.</summary>
    public bool? IsValidAttempt { get; set; }

    /// <summary>The email address of the user, who may have left the workspace since.</summary>
    [JsonIgnore]
    public string? UserEmail => User?.Email;

    /// <summary>First and last name of the user.</summary>
    [JsonIgnore]
    public string? UserName => User?.Name;

    /// <summary>The name of the scenario.</summary>
    [JsonIgnore]
    public string? ScenarioName => Scenario?.Name;

    /// <summary>The identifier of the user.</summary>
    [JsonIgnore]
    public string? UserId => User?.Id;

    /// <summary>The identifier of the scenario.</summary>
    [JsonIgnore]
    public string? ScenarioId => Scenario?.Id;

    /// <summary>When the session was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The user who practised.</summary>
    public User? User { get; set; }

    /// <summary>The scenario that was practised.</summary>
    public ScenarioRef? Scenario { get; set; }

    /// <summary>Scenario and user, as <c>Discovery Call: Jane Smith</c>.</summary>
    public override string ToString() => $"{Scenario}: {User}";
}
