using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

internal static class SkillMaker
{
    /// <summary>The skills, as they stand in the catalogue.</summary>
    public static IReadOnlyList<Skill> Make(DateTimeOffset today, int seed)
    {
        var numbers = Numbers.For(seed, "skills");
        var ids = new IdSource(numbers);
        return [.. SkillCatalogue.Skills.Select(skill => new Skill
        {
            Id = ids.Next(),
            Name = skill.Name,
            Slug = Slug.From(skill.Name),
            Description = skill.Description,
            CreatedAt = today.AddDays(-numbers.Between(500, 890)).AddHours(numbers.Between(7, 17)).LocalDateTime,
        })];
    }
}
