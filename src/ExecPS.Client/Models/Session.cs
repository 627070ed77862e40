namespace ExecPS.Client.Models;

/// <summary>A user's attempt at a scenario (<c>listSessions</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public class Session : ExecObject, IListRow
{
    /// <summary>The ID of the session.</summary>
    public virtual string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-SessionId</c> of <c>Get-ExecSession</c>.</summary>
    [JsonIgnore]
    public virtual string? SessionId => Id;

    /// <summary>The ID of the user.</summary>
    [JsonIgnore]
    public virtual string? UserId => User?.Id;

    /// <summary>The first and last name of the user.</summary>
    [JsonIgnore]
    public virtual string? UserName => User?.Name;

    /// <summary>The email address of the user, who might no longer be a member.</summary>
    [JsonIgnore]
    public virtual string? UserEmail => User?.Email;

    /// <summary>The ID of the scenario.</summary>
    [JsonIgnore]
    public virtual string? ScenarioId => Scenario?.Id;

    /// <summary>The name of the scenario.</summary>
    [JsonIgnore]
    public virtual string? ScenarioName => Scenario?.Name;

    /// <summary>The rank of the score. Null if the session isn't graded.</summary>
    public virtual Rank? Rank { get; set; }

    /// <summary>Whether the session is completed and graded, so that analytics include it.</summary>
    public virtual bool? IsValidAttempt { get; set; }

    /// <summary>When the session was created, in local time.</summary>
    public virtual DateTime? CreatedAt { get; set; }

    /// <summary>The score, 0 to 100. Null if the session isn't graded.</summary>
    public virtual double? Score { get; set; }

    /// <summary>The duration, in seconds. Null if it isn't known.</summary>
    public virtual double? DurationSeconds { get; set; }

    /// <summary>The user.</summary>
    public virtual User? User { get; set; }

    /// <summary>The scenario.</summary>
    public virtual ScenarioRef? Scenario { get; set; }

    /// <summary>The scenario and the user, such as <c>Discovery Call: Jane Smith</c>.</summary>
    public override string ToString() => $"{Scenario}: {User}";
}
