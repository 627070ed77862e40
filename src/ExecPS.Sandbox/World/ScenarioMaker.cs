using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>Gives the scenarios what hangs on them, and adds those that are archived.</summary>
internal sealed class ScenarioMaker(SandboxWorkspace world, DateTimeOffset today, int seed)
{
    /// <summary>Older than whatever was done with it.</summary>
    private const int YoungestDays = 305;

    /// <summary>Those who own scenarios are among so many, in every workspace.</summary>
    private const int Authors = 25;

    private readonly Numbers _numbers = Numbers.For(seed, "scenarios");

    /// <summary>The scenarios, the newest first.</summary>
    public IReadOnlyList<ScenarioEntry> Make()
    {
        var ids = new IdSource(Numbers.For(seed, "scenario ids"));
        var entries = new List<ScenarioEntry>();
        for (var place = 0; place < ScenarioLibrary.Current.Length; place++)
            entries.Add(MakeOne(world.Scenarios[place], ScenarioLibrary.Current[place], CollectionsWith(place), isArchived: false));
        foreach (var (name, facts) in ScenarioLibrary.Archived)
            entries.Add(MakeOne(new() { Id = ids.Next(), Name = name, Slug = Slug.From(name) }, facts, [], isArchived: true));

        return [.. entries.OrderByDescending(entry => entry.CreatedAt)];
    }

    private ScenarioEntry MakeOne(ScenarioRef reference, ScenarioFacts facts, string[] collections, bool isArchived)
    {
        var owner = world.Employees[_numbers.Below(Authors)];
        var (created, updated) = Dates(owner);
        return new(
            reference,
            facts,
            $"https://{world.Workspace.UrlSlug}.exec.invalid/scenarios/{reference.Slug}",

            // What nobody has described was made by somebody who has left.
            isArchived && facts.Context is null ? null : owner,
            created,
            updated,
            isArchived,
            [.. facts.Skills.Select(skill => world.Skills[skill])],
            collections,
            facts.Shares.ToDictionary(share => world.Groups[share.Group], share => share.Level));
    }

    private (DateTimeOffset Created, DateTimeOffset Updated) Dates(Person owner)
    {
        var daysAgo = _numbers.Between(YoungestDays, (int)(today - owner.JoinedAt).TotalDays - 1);
        var created = today.AddDays(-daysAgo).AddHours(_numbers.Between(7, 17)).AddMinutes(_numbers.Below(60));
        var updated = _numbers.Percent(25) ? created : created.AddDays(_numbers.Between(1, daysAgo - 1));
        return (created, updated);
    }

    private string[] CollectionsWith(int scenario) =>
        [.. world.Collections.Where((_, place) => Array.IndexOf(Catalogue.Collections[place].Scenarios, scenario) >= 0).Select(collection => collection.Id!)];
}
