namespace ExecPS.Completion;

/// <summary>The kinds of items that have IDs. A parameter such as <c>-ScenarioId</c> is named after its kind.</summary>
internal enum EntityKind
{
    User,
    Scenario,
    Program,
    Group,
    Collection,
    Skill,
    Session,
    Folder,
    Page,
    Source,
    Job,
}
