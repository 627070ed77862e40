using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>How well one user masters one skill (<c>getSkillProficiency</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class SkillProficiency : IListRow
{
    /// <summary>The skill, by the identifier that was asked for; the answer doesn't name it.</summary>
    [JsonIgnore]
    public string? SkillId { get; set; }

    /// <summary>The identifier of the user.</summary>
    [JsonIgnore]
    public string? UserId => User?.Id;

    /// <summary>The email address of the user.</summary>
    [JsonIgnore]
    public string? UserEmail => User?.Email;

    /// <summary>First and last name of the user.</summary>
    [JsonIgnore]
    public string? UserName => User?.Name;

    /// <summary>The score, 0 to 100, in which what is recent counts more; null below 3 observations.</summary>
    public double? Score { get; set; }

    /// <summary>What the score is worth.</summary>
    public ProficiencyTier? Tier { get; set; }

    /// <summary>How many sessions and calls the score rests on.</summary>
    public int? ObservationCount { get; set; }

    /// <summary>When the latest of them was, in local time; null when there is none.</summary>
    public DateTime? LastPracticedAt { get; set; }

    /// <summary>The user.</summary>
    public User? User { get; set; }

    string? IListRow.Id => (UserId ?? UserEmail) is { } user ? $"{SkillId}/{user}" : null;

    DateTime? IListRow.CreatedAt => null;

    /// <summary>User and tier, as <c>Jane Smith: Proficient</c>.</summary>
    public override string ToString() => $"{User}: {Tier}";
}
