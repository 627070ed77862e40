namespace ExecPS.Sandbox.World;

internal static class CollectionGenerator
{
    public static IReadOnlyList<Collection> Generate(DateTimeOffset today, SeededRandom random, IdSource ids) =>
        [.. Catalog.Collections.Select(collection => new Collection
        {
            Id = ids.Next(),
            Name = collection.Name,
            Slug = Slug.From(collection.Name),
            Description = collection.Description,
            ScenarioCount = collection.Scenarios.Length,
            CreatedAt = today.AddDays(-random.Between(20, 850)).AddHours(random.Between(7, 17)).AddMinutes(random.Below(60)).LocalDateTime,
        })];
}
