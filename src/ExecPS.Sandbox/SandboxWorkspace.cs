using ExecPS.Client.Models;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox;

/// <summary>An invented company's workspace: its people, its scenarios and who was given which. It never changes.</summary>
/// <remarks>
/// Among its people are some whose names scripts trip over: with an apostrophe, a comma, quotation marks, an emoji, in
/// Arabic and in Japanese.
/// </remarks>
public sealed class SandboxWorkspace
{
    /// <summary>Makes the workspace.</summary>
    /// <param name="options">What to make it from; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of assignments is negative.</exception>
    public SandboxWorkspace(SandboxOptions? options = null)
    {
        options ??= new();
        if (options.AssignmentCount < 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.AssignmentCount, "A workspace can't have fewer than no assignments.");

        var today = new DateTimeOffset(options.Now.UtcDateTime.Date, TimeSpan.Zero);
        var numbers = new Numbers(options.Seed);
        var ids = new IdSource(numbers);

        Workspace = new()
        {
            Id = ids.Next(),
            Name = Company.Name,
            UrlSlug = Slug.From(Company.Name),
            CreatedAt = today.AddDays(-900).AddHours(9).LocalDateTime,
        };
        Scenarios = [.. Catalogue.Scenarios.Select(name => new ScenarioRef { Id = ids.Next(), Name = name, Slug = Slug.From(name) })];
        Programs = [.. Catalogue.Programs.Select(program => new ProgramRef { Id = ids.Next(), Name = program.Name })];
        Collections = CollectionMaker.Make(today, numbers, ids);
        Groups = [.. Catalogue.Groups.Select(name => new Group(ids.Next(), name, today.AddDays(-numbers.Between(400, 800)).AddHours(10).LocalDateTime))];
        Members = MemberMaker.Make(MemberMaker.CountFor(options.AssignmentCount), Groups, today, numbers, ids);
        Users = [.. Members.Select(member => member.User)];
        Assignments = new AssignmentMaker(this, today, numbers, ids).Make(options.AssignmentCount);
    }

    /// <summary>The workspace itself.</summary>
    public Workspace Workspace { get; }

    /// <summary>The people.</summary>
    public IReadOnlyList<User> Users { get; }

    /// <summary>What can be practised.</summary>
    public IReadOnlyList<ScenarioRef> Scenarios { get; }

    /// <summary>The programs.</summary>
    public IReadOnlyList<ProgramRef> Programs { get; }

    /// <summary>The collections, by name.</summary>
    public IReadOnlyList<Collection> Collections { get; }

    /// <summary>The assignments, the newest first.</summary>
    public IReadOnlyList<Assignment> Assignments { get; }

    internal IReadOnlyList<Group> Groups { get; }

    internal IReadOnlyList<Member> Members { get; }
}
