namespace ExecPS.Sandbox.World;

/// <summary>Generates the details of the scenarios, and the archived scenarios.</summary>
internal sealed class ScenarioGenerator(SampleWorkspace sample, DateTimeOffset today, int seed)
{
    /// <summary>Scenarios are older than all assignments and sessions.</summary>
    private const int YoungestDays = 305;

    /// <summary>Scenarios are owned by the first members. Every workspace has this many.</summary>
    private const int Authors = 25;

    private readonly SeededRandom _random = SeededRandom.For(seed, "scenarios");

    /// <summary>The scenarios, newest first.</summary>
    public IReadOnlyList<ScenarioEntry> Generate()
    {
        var ids = new IdSource(SeededRandom.For(seed, "scenario ids"));
        var entries = new List<ScenarioEntry>();
        for (var place = 0; place < ScenarioLibrary.Current.Length; place++)
            entries.Add(MakeOne(sample.Scenarios[place], ScenarioLibrary.Current[place], CollectionsWith(place), isArchived: false));
        foreach (var (name, facts) in ScenarioLibrary.Archived)
            entries.Add(MakeOne(new() { Id = ids.Next(), Name = name, Slug = Slug.From(name) }, facts, [], isArchived: true));

        return [.. entries.OrderByDescending(entry => entry.CreatedAt)];
    }

    private ScenarioEntry MakeOne(ScenarioRef reference, ScenarioDefinition facts, string[] collections, bool isArchived)
    {
        var owner = sample.Employees[_random.Below(Authors)];
        var (created, updated) = Dates(owner);
        return new(
            reference,
            facts,
            sample.UrlOf("scenarios/" + reference.Slug),

            // The owner of archived scenarios without a context has left.
            isArchived && facts.Context is null ? null : owner,
            created,
            updated,
            isArchived,
            [.. facts.Skills.Select(skill => sample.Skills[skill])],
            collections,
            facts.Shares.ToDictionary(share => sample.Groups[share.Group], share => share.Level));
    }

    private (DateTimeOffset Created, DateTimeOffset Updated) Dates(Person owner)
    {
        var daysAgo = _random.Between(YoungestDays, (int)(today - owner.JoinedAt).TotalDays - 1);
        var created = today.AddDays(-daysAgo).AddHours(_random.Between(7, 17)).AddMinutes(_random.Below(60));
        var updated = _random.Percent(25) ? created : created.AddDays(_random.Between(1, daysAgo - 1));
        return (created, updated);
    }

    private string[] CollectionsWith(int scenario) =>
        [.. sample.Collections.Where((_, place) => Array.IndexOf(Catalog.Collections[place].Scenarios, scenario) >= 0).Select(collection => collection.Id!)];
}
