namespace ExecPS.Sandbox.World;

internal static class SkillGenerator
{
    /// <summary>The skills in catalog order.</summary>
    public static IReadOnlyList<Skill> Generate(DateTimeOffset today, int seed)
    {
        var random = SeededRandom.For(seed, "skills");
        var ids = new IdSource(random);
        return [.. SkillCatalog.Skills.Select(skill => new Skill
        {
            Id = ids.Next(),
            Name = skill.Name,
            Slug = Slug.From(skill.Name),
            Description = skill.Description,
            CreatedAt = today.AddDays(-random.Between(500, 890)).AddHours(random.Between(7, 17)).LocalDateTime,
        })];
    }
}
