namespace ExecPS.Client.Models;

/// <summary>How proficient a user is in a skill (<c>getSkillProficiency</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class SkillProficiency : ExecObject, IListRow
{
    /// <summary>The ID of the skill, as it was requested.</summary>
    [JsonIgnore]
    public string? SkillId { get; set; }

    /// <summary>The name of the skill. Null if neither the input nor a response of the session contained it.</summary>
    [JsonIgnore]
    public string? SkillName { get; set; }

    /// <summary>The ID of the user.</summary>
    [JsonIgnore]
    public string? UserId => User?.Id;

    /// <summary>The first and last name of the user.</summary>
    [JsonIgnore]
    public string? UserName => User?.Name;

    /// <summary>The email address of the user.</summary>
    [JsonIgnore]
    public string? UserEmail => User?.Email;

    /// <summary>The tier of the score.</summary>
    public ProficiencyTier? Tier { get; set; }

    /// <summary>When the user last practiced the skill, in local time. Null if never.</summary>
    public DateTime? LastPracticedAt { get; set; }

    /// <summary>The score, 0 to 100, in which recent observations count more. Null with fewer than 3 observations.</summary>
    public double? Score { get; set; }

    /// <summary>The number of sessions and calls that the score is based on.</summary>
    public int? ObservationCount { get; set; }

    /// <summary>The user.</summary>
    public User? User { get; set; }

    string? IListRow.Id => (UserId ?? UserEmail) is { } user ? $"{SkillId}/{user}" : null;

    DateTime? IListRow.CreatedAt => null;

    /// <summary>The user and the tier, such as <c>Jane Smith: Proficient</c>.</summary>
    public override string ToString() => $"{User}: {Tier}";
}
