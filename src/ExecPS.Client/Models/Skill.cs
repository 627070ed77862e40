using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A competency that is evaluated in sessions and calls (<c>listSkills</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class Skill : IListRow
{
    /// <summary>The skill's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The skill's name.</summary>
    public string? Name { get; set; }

    /// <summary>The skill's part of its web address.</summary>
    public string? Slug { get; set; }

    /// <summary>What the skill is.</summary>
    public string? Description { get; set; }

    /// <summary>How many users have practised the skill; null unless proficiency was asked for.</summary>
    [JsonIgnore]
    public int? ParticipantCount => ProficiencySummary?.ParticipantCount;

    /// <summary>How many of them often enough (3 observations) for a score; null unless proficiency was asked for.</summary>
    [JsonIgnore]
    public int? ScoredParticipantCount => ProficiencySummary?.ScoredParticipantCount;

    /// <summary>What part of those with a score is proficient or excellent, 0 to 100; null unless proficiency was asked for.</summary>
    [JsonIgnore]
    public double? PctProficientPlus => ProficiencySummary?.PctProficientPlus;

    /// <summary>The average score of those with one, 0 to 100; null when nobody has, or proficiency wasn't asked for.</summary>
    [JsonIgnore]
    public double? AvgScore => ProficiencySummary?.AvgScore;

    /// <summary>When the skill was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>How well the workspace masters the skill; null unless proficiency was asked for.</summary>
    public SkillProficiencySummary? ProficiencySummary { get; set; }

    /// <summary>The skill's name.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
