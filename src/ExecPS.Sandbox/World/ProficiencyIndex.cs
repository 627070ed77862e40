namespace ExecPS.Sandbox.World;

/// <summary>The skill proficiency of all members.</summary>
/// <param name="sample">The workspace.</param>
internal sealed class ProficiencyIndex(SampleWorkspace sample)
{
    private readonly Lazy<Dictionary<Skill, SkillProficiencySummary>> _summaries = new(() =>
        sample.Skills.ToDictionary(skill => skill, skill => Proficiency.Summary(Proficiency.Entries(Sessions(sample, skill)))));

    /// <summary>The members' proficiency in a skill.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="counts">The sessions that count, or null for all.</param>
    public IReadOnlyList<SkillProficiency> Of(Skill skill, Func<SessionEntry, bool>? counts) =>
        Proficiency.Entries(counts is null ? Sessions(sample, skill) : Sessions(sample, skill).Where(counts));

    /// <summary>A skill with a summary of all members' proficiency.</summary>
    public Skill WithSummary(Skill skill) => new()
    {
        Id = skill.Id,
        Name = skill.Name,
        Slug = skill.Slug,
        Description = skill.Description,
        CreatedAt = skill.CreatedAt,
        ProficiencySummary = _summaries.Value[skill],
    };

    private static IEnumerable<SessionEntry> Sessions(SampleWorkspace sample, Skill skill) =>
        sample.ScenarioEntries.Where(scenario => scenario.Skills.Contains(skill)).SelectMany(sample.Sessions.Of);
}
