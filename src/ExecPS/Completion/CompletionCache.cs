using ExecPS.Client.Models;

namespace ExecPS.Completion;

/// <summary>What the answers of a connection have named so far, for Tab: no request is spent on it.</summary>
internal sealed class CompletionCache
{
    /// <summary>More of a kind than anybody looks through; those that come later aren't kept.</summary>
    private const int MostOfAKind = 2000;

    private readonly object _lock = new();
    private readonly Dictionary<string, CachedEntity>?[] _kinds = new Dictionary<string, CachedEntity>?[Enum.GetValues(typeof(EntityKind)).Length];

    private int Count => _kinds.Sum(static things => things?.Count ?? 0);

    /// <summary>What was seen of a kind, by name.</summary>
    public IReadOnlyList<CachedEntity> Of(EntityKind kind)
    {
        lock (_lock)
            return _kinds[(int)kind] is { } things ? [.. things.Values.OrderBy(thing => thing.Name, StringComparer.CurrentCultureIgnoreCase)] : [];
    }

    /// <summary>Takes note of answers and of what they name.</summary>
    /// <param name="answers">Models; of other objects nothing is noted.</param>
    /// <returns>Whether there was anything new to note.</returns>
    public bool Note(IEnumerable<object> answers)
    {
        // Runspaces may share a connection.
        lock (_lock)
        {
            var before = Count;
            foreach (var answer in answers)
                Note(answer);
            return Count > before;
        }
    }
    private void Note(object answer)
    {
        switch (answer)
        {
            case Assignment assignment:
                Note(assignment.User);
                Note(assignment.Scenario);
                Note(EntityKind.Program, assignment.Program?.Id, assignment.Program?.Name);
                break;
            case Session session:
                Note(session.User);
                Note(session.Scenario);
                if (session.Id is { } sessionId && IsNew(EntityKind.Session, sessionId, out var sessions))
                    sessions[sessionId] = new(sessionId, session.ToString(), $"Session of {session.CreatedAt:g}, {session}");
                break;
            case Member { Id: { } id } member when IsNew(EntityKind.User, id, out var users):
                users[id] = new(id, member.Name, $"{member.Name}, {member.Email}", member.Email);
                break;
            case Scenario scenario:
                Note(EntityKind.Scenario, scenario.Id, scenario.Name);
                Note(scenario.Owner);
                scenario.Skills?.ForEach(skill => Note(EntityKind.Skill, skill?.Id, skill?.Name));
                break;
            case ScenarioParticipant participant:
                Note(participant.User);
                break;
            case SkillProficiency proficiency:
                Note(proficiency.User);
                break;
            case Group group:
                Note(EntityKind.Group, group.Id, group.Name);
                break;
            case Collection collection:
                Note(EntityKind.Collection, collection.Id, collection.Name);
                break;
            case Skill skill:
                Note(EntityKind.Skill, skill.Id, skill.Name);
                break;
            case KnowledgeFolder folder:
                Note(EntityKind.Folder, folder.Id, folder.Name);
                break;
            case KnowledgePage page:
                Note(EntityKind.Page, page.Id, page.Title);
                Note(page.Owner);
                break;
            case KnowledgeSource source:
                Note(EntityKind.Source, source.Id, source.Title);
                break;
            case ScenarioJob job:
                Note(EntityKind.Job, job.Id, job.ToString());
                break;
        }
    }

    /// <summary>A name is put together each time it is asked for, so not for users who are known.</summary>
    private void Note(User? user)
    {
        if (user?.Id is { } id && IsNew(EntityKind.User, id, out var users))
            users[id] = new(id, user.Name, $"{user.Name}, {user.Email}", user.Email);
    }

    private void Note(ScenarioRef? scenario) => Note(EntityKind.Scenario, scenario?.Id, scenario?.Name);

    private void Note(EntityKind kind, string? id, string? name)
    {
        if (id is not null && IsNew(kind, id, out var things))
            things[id] = new(id, name, $"{kind} {name}");
    }
    private bool IsNew(EntityKind kind, string id, out Dictionary<string, CachedEntity> things)
    {
        things = _kinds[(int)kind] ??= new(StringComparer.Ordinal);
        return things.Count < MostOfAKind && !things.ContainsKey(id);
    }
}
