using System.ComponentModel;

namespace ExecPS.Export;

/// <summary>A kind of data that <c>Export-ExecWorkspace</c> writes to a file of its own.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
public enum ExportResource : long
{
    /// <summary>Members.</summary>
    [Description("The members of the workspace.")]
    Member = 1,

    /// <summary>Groups.</summary>
    [Description("The groups of members.")]
    Group,

    /// <summary>Collections.</summary>
    [Description("The collections of scenarios.")]
    Collection,

    /// <summary>Skills.</summary>
    [Description("The skills, with the proficiency of the workspace.")]
    Skill,

    /// <summary>Scenarios.</summary>
    [Description("The scenarios, with the skills that they evaluate.")]
    Scenario,

    /// <summary>Folders of the Knowledge Hub.</summary>
    [Description("The folders of the Knowledge Hub.")]
    KnowledgeFolder,

    /// <summary>Sources of the Knowledge Hub.</summary>
    [Description("The sources of the Knowledge Hub, without their content.")]
    KnowledgeSource,

    /// <summary>Pages of the Knowledge Hub.</summary>
    [Description("The pages of the Knowledge Hub, without their content.")]
    KnowledgePage,

    /// <summary>Assignments.</summary>
    [Description("The assignments.")]
    Assignment,

    /// <summary>Pairs of groups and members.</summary>
    [Description("Pairs of groups and members. At least one request per group.")]
    GroupMember,

    /// <summary>Proficiency of users in skills.</summary>
    [Description("The proficiency of each user in each skill. At least one request per skill.")]
    SkillProficiency,

    /// <summary>Results of users in scenarios.</summary>
    [Description("The results of each user in each scenario. At least one request per scenario.")]
    ScenarioParticipant,

    /// <summary>Sessions.</summary>
    [Description("The sessions, without feedback and transcripts.")]
    Session,
}
