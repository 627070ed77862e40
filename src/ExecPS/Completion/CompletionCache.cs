namespace ExecPS.Completion;

/// <summary>The items that the responses of a connection have contained. Completion sends no requests.</summary>
internal sealed class CompletionCache
{
    /// <summary>The maximum number of items of a kind. Later items aren't kept.</summary>
    private const int MaximumPerKind = 2000;

    private readonly object _lock = new();
    private readonly Dictionary<string, CachedEntity>?[] _kinds = new Dictionary<string, CachedEntity>?[Enum.GetValues(typeof(EntityKind)).Length];

    private readonly IReadOnlyList<CachedEntity>?[] _lists = new IReadOnlyList<CachedEntity>?[Enum.GetValues(typeof(EntityKind)).Length];

    private int Count => _kinds.Sum(static items => items?.Count ?? 0);

    /// <summary>Gets the items of a kind, sorted by name.</summary>
    public IReadOnlyList<CachedEntity> Of(EntityKind kind)
    {
        lock (_lock)
            return _kinds[(int)kind] is { } items ? [.. items.Values.OrderBy(item => item.Name, StringComparer.CurrentCultureIgnoreCase)] : [];
    }

    /// <summary>Gets the name of an item, or null if no response named it.</summary>
    public string? NameOf(EntityKind kind, string? id)
    {
        lock (_lock)
            return id is null ? null : _kinds[(int)kind]?.TryGetValue(id, out var item) == true ? item.Name : null;
    }

    /// <summary>Gets the complete list of a kind, or null if it wasn't read to resolve names.</summary>
    public IReadOnlyList<CachedEntity>? ListOf(EntityKind kind)
    {
        lock (_lock)
            return _lists[(int)kind];
    }

    /// <summary>Keeps the complete list of a kind.</summary>
    public void SetList(EntityKind kind, IReadOnlyList<CachedEntity> items)
    {
        lock (_lock)
            _lists[(int)kind] = items;
    }

    /// <summary>Adds the names of scenarios, skills, and groups to results that contain only their IDs.</summary>
    /// <param name="results">Models. Other objects are ignored.</param>
    public void SetNames(IEnumerable<object> results)
    {
        foreach (var result in results)
        {
            switch (result)
            {
                case ScenarioParticipant participant:
                    participant.ScenarioName ??= NameOf(EntityKind.Scenario, participant.ScenarioId);
                    break;
                case ScenarioAnalytics analytics:
                    analytics.ScenarioName ??= NameOf(EntityKind.Scenario, analytics.ScenarioId);
                    break;
                case ScenarioAccess access:
                    access.ScenarioName ??= NameOf(EntityKind.Scenario, access.ScenarioId);
                    break;
                case ScenarioAccessGrant grant:
                    grant.ScenarioName ??= NameOf(EntityKind.Scenario, grant.ScenarioId);
                    break;
                case SkillProficiency proficiency:
                    proficiency.SkillName ??= NameOf(EntityKind.Skill, proficiency.SkillId);
                    break;
                case GroupMember member:
                    member.GroupName ??= NameOf(EntityKind.Group, member.GroupId);
                    break;
            }
        }
    }

    /// <summary>Adds the name of an item that the input of a command contained.</summary>
    public void Add(EntityKind kind, string? id, string? name)
    {
        lock (_lock)
        {
            if (id is not null && IsNew(kind, id, out var items))
                items[id] = new(id, name, $"{kind} {name}");
        }
    }

    /// <summary>Adds results and the items that they contain.</summary>
    /// <param name="results">Models. Other objects are ignored.</param>
    /// <returns>Whether there was a new item.</returns>
    public bool Add(IEnumerable<object> results)
    {
        // Runspaces can share a connection.
        lock (_lock)
        {
            var before = Count;
            foreach (var result in results)
                Add(result);
            return Count > before;
        }
    }

    private void Add(object result)
    {
        switch (result)
        {
            case Assignment assignment:
                Add(assignment.User);
                Add(assignment.Scenario);
                Add(EntityKind.Program, assignment.Program?.Id, assignment.Program?.Name);
                break;
            case Session session:
                Add(session.User);
                Add(session.Scenario);
                if (session.Id is { } sessionId && IsNew(EntityKind.Session, sessionId, out var sessions))
                    sessions[sessionId] = new(sessionId, session.ToString(), $"Session of {session.CreatedAt:g}, {session}");
                break;
            case Member { Id: { } id } member when IsNew(EntityKind.User, id, out var users):
                users[id] = new(id, member.Name, $"{member.Name}, {member.Email}", member.Email);
                break;
            case GroupMember { UserId: { } id } member when IsNew(EntityKind.User, id, out var users):
                users[id] = new(id, member.UserName, $"{member.UserName}, {member.UserEmail}", member.UserEmail);
                break;
            case Scenario scenario:
                Add(EntityKind.Scenario, scenario.Id, scenario.Name);
                Add(scenario.Owner);
                scenario.Skills?.ForEach(skill => Add(EntityKind.Skill, skill?.Id, skill?.Name));
                break;
            case ScenarioParticipant participant:
                Add(participant.User);
                break;
            case SkillProficiency proficiency:
                Add(proficiency.User);
                break;
            case Group group:
                Add(EntityKind.Group, group.Id, group.Name);
                break;
            case Collection collection:
                Add(EntityKind.Collection, collection.Id, collection.Name);
                break;
            case Skill skill:
                Add(EntityKind.Skill, skill.Id, skill.Name);
                break;
            case KnowledgeFolder folder:
                Add(EntityKind.Folder, folder.Id, folder.Name);
                break;
            case KnowledgePage page:
                Add(EntityKind.Page, page.Id, page.Title);
                Add(page.Owner);
                break;
            case KnowledgeSource source:
                Add(EntityKind.Source, source.Id, source.Title);
                break;
            case ScenarioJob job:
                Add(EntityKind.Job, job.Id, job.ToString());
                break;
        }
    }

    /// <summary>The name of a user is composed on each access, so it is read only for new users.</summary>
    private void Add(User? user)
    {
        if (user?.Id is { } id && IsNew(EntityKind.User, id, out var users))
            users[id] = new(id, user.Name, $"{user.Name}, {user.Email}", user.Email);
    }

    private void Add(ScenarioRef? scenario) => Add(EntityKind.Scenario, scenario?.Id, scenario?.Name);

    private bool IsNew(EntityKind kind, string id, out Dictionary<string, CachedEntity> items)
    {
        items = _kinds[(int)kind] ??= new(StringComparer.Ordinal);
        return items.Count < MaximumPerKind && !items.ContainsKey(id);
    }
}
