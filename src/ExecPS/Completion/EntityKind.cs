namespace ExecPS.Completion;

/// <summary>Kinds of things that have identifiers. A parameter such as <c>-ScenarioId</c> is named after the kind that it wants.</summary>
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
