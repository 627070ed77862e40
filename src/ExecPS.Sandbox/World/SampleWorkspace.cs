namespace ExecPS.Sandbox.World;

/// <summary>The generated sample data: a fictional company's workspace before any write. It never changes.</summary>
/// <remarks>
/// The data is consistent: assignments belong to members, every attempt is a session, and totals are calculated from the
/// sessions. Some names are difficult for scripts: they contain an apostrophe, a comma, quotation marks, an emoji, or Arabic or
/// Japanese letters. Data that is rarely requested is generated on first use. This type is thread-safe.
/// </remarks>
internal sealed class SampleWorkspace
{
    /// <summary>The position of the first admin in <see cref="Employees"/>.</summary>
    private const int FirstAdmin = 8;

    private readonly Lazy<SessionIndex> _sessions;
    private readonly Lazy<IReadOnlyList<ScenarioEntry>> _scenarios;
    private readonly Lazy<IReadOnlyDictionary<string, JobEntry>> _jobs;
    private readonly Lazy<KnowledgeHub> _knowledge;
    private readonly Lazy<ProficiencyIndex> _skills;

    /// <param name="assignmentCount">The number of assignments.</param>
    /// <param name="now">The time that all dates are relative to. Only the day in UTC matters.</param>
    /// <param name="seed">The seed.</param>
    public SampleWorkspace(int assignmentCount, DateTimeOffset now, int seed)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var random = new SeededRandom(seed);
        var ids = new IdSource(random);

        Seed = seed;
        Workspace = new()
        {
            Id = ids.Next(),
            Name = Company.Name,
            UrlSlug = Slug.From(Company.Name),
            CreatedAt = today.AddDays(-900).AddHours(9).LocalDateTime,
        };
        Scenarios = [.. Catalog.Scenarios.Select(name => new ScenarioRef { Id = ids.Next(), Name = name, Slug = Slug.From(name) })];
        Programs = [.. Catalog.Programs.Select(program => new ProgramRef { Id = ids.Next(), Name = program.Name })];
        Collections = CollectionGenerator.Generate(today, random, ids);
        Groups = [.. Catalog.Groups.Select(name => new Group { Id = ids.Next(), Name = name, CreatedAt = today.AddDays(-random.Between(400, 800)).AddHours(10).LocalDateTime })];
        Employees = MemberGenerator.Generate(MemberGenerator.CountFor(assignmentCount), Groups, today, random, ids);
        Users = [.. Employees.Select(person => person.User)];
        Assignments = new AssignmentGenerator(this, today, random, ids).Generate(assignmentCount);

        // Each part below uses its own random numbers, so that changing one part leaves the others as they are.
        GroupsNewestFirst = [.. Groups.OrderByDescending(group => group.CreatedAt)];
        NonMembers = new(today, seed);
        Members = [.. Employees.Append(NonMembers.Support).OrderByDescending(person => person.JoinedAt)];
        Skills = SkillGenerator.Generate(today, seed);
        _scenarios = new(() => new ScenarioGenerator(this, today, seed).Generate());
        _sessions = new(() => new SessionGenerator(this, today, seed).Generate());
        _skills = new(() => new ProficiencyIndex(this));
        _jobs = new(() => JobGenerator.Generate(ScenarioEntries, today));
        _knowledge = new(() => new KnowledgeGenerator(this, today, seed).Generate());
    }

    public int Seed { get; }

    public Workspace Workspace { get; }

    public IReadOnlyList<User> Users { get; }

    /// <summary>The scenarios in catalog order, without archived ones.</summary>
    public IReadOnlyList<ScenarioRef> Scenarios { get; }

    public IReadOnlyList<ProgramRef> Programs { get; }

    /// <summary>The collections, sorted by name.</summary>
    public IReadOnlyList<Collection> Collections { get; }

    /// <summary>The assignments, newest first.</summary>
    public IReadOnlyList<Assignment> Assignments { get; }

    /// <summary>The groups, in catalog order.</summary>
    public IReadOnlyList<Group> Groups { get; }

    public IReadOnlyList<Group> GroupsNewestFirst { get; }

    /// <summary>The people of the company, in the order of <see cref="Users"/>.</summary>
    public IReadOnlyList<Person> Employees { get; }

    /// <summary>People with sessions who aren't employees.</summary>
    public NonMembers NonMembers { get; }

    /// <summary>The employees and Exec's support user, newest first.</summary>
    public IReadOnlyList<Person> Members { get; }

    /// <summary>The admin who created the API key. Pages and sources created through the API belong to them.</summary>
    public User KeyOwner => Users[FirstAdmin];

    /// <summary>The skills, sorted by name.</summary>
    public IReadOnlyList<Skill> Skills { get; }

    /// <summary>The scenarios with archived ones, newest first.</summary>
    public IReadOnlyList<ScenarioEntry> ScenarioEntries => _scenarios.Value;

    public SessionIndex Sessions => _sessions.Value;

    public ProficiencyIndex Proficiencies => _skills.Value;

    /// <summary>The Scenario Studio jobs, by ID.</summary>
    public IReadOnlyDictionary<string, JobEntry> Jobs => _jobs.Value;

    public KnowledgeHub Knowledge => _knowledge.Value;

    /// <summary>Finds a member by email address, ignoring case.</summary>
    public Person? MemberByEmail(string email) => Members.FirstOrDefault(person => string.Equals(person.User.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>The web address of something in the workspace.</summary>
    public string UrlOf(string path) => $"https://{Workspace.UrlSlug}.exec.invalid/{path}";
}
