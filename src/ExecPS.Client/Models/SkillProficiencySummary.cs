namespace ExecPS.Client.Models;

/// <summary>How well the workspace masters a skill.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class SkillProficiencySummary
{
    /// <summary>How many users have practised the skill.</summary>
    public int? ParticipantCount { get; set; }

    /// <summary>How many of them often enough (3 observations) for a score.</summary>
    public int? ScoredParticipantCount { get; set; }

    /// <summary>What part of those with a score is proficient or excellent, 0 to 100.</summary>
    /// <remarks>The document says that it is a whole number; a fraction is read too.</remarks>
    public double? PctProficientPlus { get; set; }

    /// <summary>The average score of those with one, 0 to 100; null when nobody has.</summary>
    public double? AvgScore { get; set; }

    /// <summary>As <c>60 % of 20 proficient or better</c>.</summary>
    public override string ToString() => $"{PctProficientPlus} % of {ScoredParticipantCount} proficient or better";
}
