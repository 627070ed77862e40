using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>A scenario with what hangs on it.</summary>
/// <param name="Ref">As others' answers show it.</param>
/// <param name="Definition">What it is about.</param>
/// <param name="Url">Its web address.</param>
/// <param name="Owner">Who owns it; null when they have left.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="IsArchived">Whether it is no longer used.</param>
/// <param name="Skills">What it evaluates.</param>
/// <param name="CollectionIds">The collections that it is in.</param>
/// <param name="Shares">The groups that it is shared with, and what they may do.</param>
internal sealed record ScenarioEntry(
    ScenarioRef Ref,
    ScenarioDefinition Definition,
    string Url,
    Person? Owner,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    bool IsArchived,
    IReadOnlyList<Skill> Skills,
    IReadOnlyList<string> CollectionIds,
    IReadOnlyDictionary<Group, AccessLevel> Shares)
{
    public IEnumerable<string> SkillIds => Skills.Select(skill => skill.Id!);

    public Scenario ToScenario(bool withSkills) => new()
    {
        Id = Ref.Id,
        Name = Ref.Name,
        Slug = Ref.Slug,
        Description = Definition.Description,
        Url = Url,
        Difficulty = Definition.Difficulty,
        Context = Definition.Context,
        Objective = Definition.Objective,
        Language = Definition.Language,
        Visibility = Definition.Visibility,
        Owner = Owner?.User,
        CreatedAt = CreatedAt.LocalDateTime,
        UpdatedAt = UpdatedAt.LocalDateTime,
        Skills = withSkills ? [.. Skills.Select(skill => new SkillRef { Id = skill.Id, Name = skill.Name, Slug = skill.Slug })] : null,
    };
}
