namespace ExecPS.Client.Models;

/// <summary>How proficient the workspace is in a skill.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class SkillProficiencySummary : ExecObject
{
    /// <summary>The number of users who have practiced the skill.</summary>
    public int? ParticipantCount { get; set; }

    /// <summary>The number of those users who have a score, which requires 3 observations.</summary>
    public int? ScoredParticipantCount { get; set; }

    /// <summary>The percentage of users with a score who are proficient or excellent, 0 to 100.</summary>
    public double? PctProficientPlus { get; set; }

    /// <summary>The average score, 0 to 100. Null if no user has a score.</summary>
    public double? AvgScore { get; set; }

    /// <summary>Such as <c>60 % of 20 proficient or better</c>.</summary>
    public override string ToString() => $"{PctProficientPlus} % of {ScoredParticipantCount} proficient or better";
}
