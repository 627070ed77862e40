namespace ExecPS.Sandbox.World;

/// <summary>A scenario with its owner, skills, and permissions.</summary>
/// <param name="Ref">The scenario, as embedded in responses.</param>
/// <param name="Definition">The content.</param>
/// <param name="Url">The web address.</param>
/// <param name="Owner">The owner, or null if there is none.</param>
/// <param name="CreatedAt">When the scenario was created.</param>
/// <param name="UpdatedAt">When the scenario was last changed.</param>
/// <param name="IsArchived">Whether the scenario is archived.</param>
/// <param name="Skills">The skills it evaluates.</param>
/// <param name="CollectionIds">The collections that contain it.</param>
/// <param name="Shares">The permission levels of groups.</param>
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
