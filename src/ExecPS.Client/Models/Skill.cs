namespace ExecPS.Client.Models;

/// <summary>A skill that sessions and calls are evaluated for (<c>listSkills</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class Skill : ExecObject, IListRow
{
    /// <summary>The ID of the skill.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-SkillId</c> of other commands.</summary>
    [JsonIgnore]
    public string? SkillId => Id;

    /// <summary>The name of the skill.</summary>
    public string? Name { get; set; }

    /// <summary>The part of the skill's web address that identifies it.</summary>
    public string? Slug { get; set; }

    /// <summary>When the skill was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The number of users who have practiced the skill. Null if not included.</summary>
    [JsonIgnore]
    public int? ParticipantCount => ProficiencySummary?.ParticipantCount;

    /// <summary>The number of those users who have a score, which requires 3 observations. Null if not included.</summary>
    [JsonIgnore]
    public int? ScoredParticipantCount => ProficiencySummary?.ScoredParticipantCount;

    /// <summary>The percentage of users with a score who are proficient or excellent, 0 to 100. Null if not included.</summary>
    [JsonIgnore]
    public double? PctProficientPlus => ProficiencySummary?.PctProficientPlus;

    /// <summary>The average score, 0 to 100. Null if no user has a score. Also null if not included.</summary>
    [JsonIgnore]
    public double? AvgScore => ProficiencySummary?.AvgScore;

    /// <summary>The description of the skill.</summary>
    public string? Description { get; set; }

    /// <summary>The four numbers as one object. Null if not included.</summary>
    public SkillProficiencySummary? ProficiencySummary { get; set; }

    /// <summary>The name of the skill.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
