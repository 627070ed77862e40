using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

internal static class CollectionMaker
{
    public static IReadOnlyList<Collection> Make(DateTimeOffset today, Numbers numbers, IdSource ids) =>
        [.. Catalogue.Collections.Select(collection => new Collection
        {
            Id = ids.Next(),
            Name = collection.Name,
            Slug = Slug.From(collection.Name),
            Description = collection.Description,
            ScenarioCount = collection.Scenarios.Length,
            CreatedAt = today.AddDays(-numbers.Between(20, 850)).AddHours(numbers.Between(7, 17)).AddMinutes(numbers.Below(60)).LocalDateTime,
        })];
}
