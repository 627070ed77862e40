using ExecPS.Sandbox.State;

namespace ExecPS.Sandbox.World;

/// <summary>Creates the scenario of a completed Scenario Studio job.</summary>
internal static class StudioScenario
{
    private const int MaxNameLength = 60;

    /// <param name="state">The state to which the scenario will be added.</param>
    /// <param name="jobId">The ID of the job.</param>
    /// <param name="owner">The user for whom the job was created.</param>
    /// <param name="prompt">The prompt, from which the name is taken.</param>
    /// <param name="context">The context, or null.</param>
    /// <param name="source">The scenario to remix, or null.</param>
    /// <param name="created">When the job completed.</param>
    public static ScenarioEntry Create(
        WorkspaceState state, string jobId, Person owner, string prompt, string? context, ScenarioEntry? source, DateTimeOffset created)
    {
        var random = SeededRandom.For("scenario of job " + jobId);
        var definition = (source?.Definition ?? ScenarioLibrary.Current[random.Below(ScenarioLibrary.Current.Length)]) with
        {
            Description = prompt,
            Visibility = Visibility.Private,
            Shares = [],
        };
        if (context is { Length: > 0 })
            definition = definition with { Context = context };

        var name = source is null ? NameFrom(prompt) : source.Ref.Name + " (Remix)";
        var reference = new ScenarioRef { Id = IdSource.Text(random.Next()), Name = name, Slug = FreeSlug(state, name) };
        return new(
            reference,
            definition,
            state.Sample.UrlOf("scenarios/" + reference.Slug),
            owner,
            created,
            created,
            IsArchived: false,
            [.. definition.Skills.Select(skill => state.Sample.Skills[skill])],
            [],
            new Dictionary<Group, AccessLevel>());
    }

    /// <summary>The first line of a prompt, shortened to whole words.</summary>
    private static string NameFrom(string prompt)
    {
        var line = prompt.Trim().Split('\n')[0].Trim();
        if (line.Length > MaxNameLength)
            line = line.Substring(0, line.LastIndexOf(' ', MaxNameLength) is var end && end > 0 ? end : MaxNameLength);
        return line.Length == 0 ? "New Scenario" : line;
    }

    private static string FreeSlug(WorkspaceState state, string name)
    {
        var slug = Slug.From(name) is { Length: > 0 } text ? text : "scenario";
        var free = slug;
        for (var number = 2; state.ScenarioBySlug(free) is not null; number++)
            free = FormattableString.Invariant($"{slug}-{number}");
        return free;
    }
}
