using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>Who masters what.</summary>
/// <param name="world">Whose sessions count.</param>
internal sealed class SkillBook(SandboxWorkspace world)
{
    private readonly Lazy<Dictionary<Skill, SkillProficiencySummary>> _summaries = new(() =>
        world.Skills.ToDictionary(skill => skill, skill => Proficiency.Summary(Proficiency.Entries(Sessions(world, skill)))));

    /// <summary>How members do at a skill.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="counts">Which sessions count; null for all.</param>
    public IReadOnlyList<SkillProficiency> Of(Skill skill, Func<SessionEntry, bool>? counts) =>
        Proficiency.Entries(counts is null ? Sessions(world, skill) : Sessions(world, skill).Where(counts));

    /// <summary>A skill with how all members do at it.</summary>
    public Skill WithSummary(Skill skill) => new()
    {
        Id = skill.Id,
        Name = skill.Name,
        Slug = skill.Slug,
        Description = skill.Description,
        CreatedAt = skill.CreatedAt,
        ProficiencySummary = _summaries.Value[skill],
    };

    private static IEnumerable<SessionEntry> Sessions(SandboxWorkspace world, Skill skill) =>
        world.ScenarioEntries.Where(scenario => scenario.Skills.Contains(skill)).SelectMany(world.Sessions.Of);
}
