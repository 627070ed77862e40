using ExecPS.Client.Models;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox;

/// <summary>An invented company's workspace: its people, what they practise and what they know. It never changes.</summary>
/// <remarks>
/// It is consistent: whoever was given an assignment is a member, every attempt is a session, and what adds up sessions adds
/// up. Among its people are some whose names scripts trip over: with an apostrophe, a comma, quotation marks, an emoji, in
/// Arabic and in Japanese. What few callers ask for is made when it is first asked for. Safe for use from several threads.
/// </remarks>
public sealed class SandboxWorkspace
{
    private readonly Lazy<SessionBook> _sessions;
    private readonly Lazy<IReadOnlyList<ScenarioEntry>> _scenarios;
    private readonly Lazy<IReadOnlyDictionary<string, ScenarioJob>> _jobs;
    private readonly Lazy<KnowledgeHub> _knowledge;
    private readonly Lazy<SkillBook> _skills;

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
        Groups = [.. Catalogue.Groups.Select(name => new Group { Id = ids.Next(), Name = name, CreatedAt = today.AddDays(-numbers.Between(400, 800)).AddHours(10).LocalDateTime })];
        Employees = MemberMaker.Make(MemberMaker.CountFor(options.AssignmentCount), Groups, today, numbers, ids);
        Users = [.. Employees.Select(person => person.User)];
        Assignments = new AssignmentMaker(this, today, numbers, ids).Make(options.AssignmentCount);

        // Numbers of their own from here on: what is added below leaves what is above as it was.
        GroupsNewestFirst = [.. Groups.OrderByDescending(group => group.CreatedAt)];
        Outsiders = new(today, options.Seed);
        Members = [.. Employees.Append(Outsiders.Support).OrderByDescending(person => person.JoinedAt)];
        Skills = SkillMaker.Make(today, options.Seed);
        Access = new(Assignments);
        _scenarios = new(() => new ScenarioMaker(this, today, options.Seed).Make());
        _sessions = new(() => new SessionMaker(this, today, options.Seed).Make());
        _skills = new(() => new SkillBook(this));
        _jobs = new(() => JobMaker.Make(ScenarioEntries, today));
        _knowledge = new(() => new KnowledgeMaker(this, today, options.Seed).Make());
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

    /// <summary>The groups, as they stand in the catalogue.</summary>
    internal IReadOnlyList<Group> Groups { get; }

    /// <summary>The groups, the newest first.</summary>
    internal IReadOnlyList<Group> GroupsNewestFirst { get; }

    /// <summary>The people with their standing, in the order of <see cref="Users"/>.</summary>
    internal IReadOnlyList<Person> Employees { get; }

    /// <summary>Those who practise and aren't of the company, or no longer.</summary>
    internal Outsiders Outsiders { get; }

    /// <summary>The people, and who looks after the workspace for Exec; the newest first.</summary>
    internal IReadOnlyList<Person> Members { get; }

    /// <summary>What sessions are judged by, by name.</summary>
    internal IReadOnlyList<Skill> Skills { get; }

    /// <summary>Who may do what.</summary>
    internal AccessRules Access { get; }

    /// <summary>The scenarios, those that are archived among them, the newest first.</summary>
    internal IReadOnlyList<ScenarioEntry> ScenarioEntries => _scenarios.Value;

    /// <summary>Every session.</summary>
    internal SessionBook Sessions => _sessions.Value;

    /// <summary>Who masters what.</summary>
    internal SkillBook Proficiencies => _skills.Value;

    /// <summary>What was ordered from Scenario Studio, by identifier.</summary>
    internal IReadOnlyDictionary<string, ScenarioJob> Jobs => _jobs.Value;

    /// <summary>What the company has written down.</summary>
    internal KnowledgeHub Knowledge => _knowledge.Value;

    /// <summary>A scenario by its identifier; null when there is none.</summary>
    internal ScenarioEntry? Scenario(string id) => ScenarioEntries.FirstOrDefault(scenario => scenario.Ref.Id == id);

    /// <summary>A scenario by its identifier or its part of its address; null when there is none.</summary>
    internal ScenarioEntry? ScenarioByIdOrSlug(string idOrSlug) => Scenario(idOrSlug) ?? ScenarioEntries.FirstOrDefault(scenario => scenario.Ref.Slug == idOrSlug);

    /// <summary>A member by their address, in any case; null when there is none.</summary>
    internal Person? MemberByEmail(string email) => Members.FirstOrDefault(person => string.Equals(person.User.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>What was ordered from Scenario Studio, by its identifier; null when there is no such order.</summary>
    internal ScenarioJob? Job(string id) => Jobs.TryGetValue(id, out var job) ? job : null;
}
