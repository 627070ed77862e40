using ExecPS.Client.Filters;
using ExecPS.Client.Paging;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<Skill> SkillsEndpoint => new("/skills", static () => ExecJsonContext.Default.PageSkill);
    private static ListEndpoint<SkillProficiency> SkillProficiencyEndpoint => new("/skills/{id}/proficiency", static () => ExecJsonContext.Default.PageSkillProficiency);

    /// <summary>Lists the skills of the workspace (<c>listSkills</c>), by name.</summary>
    /// <param name="includeProficiency">Whether to include the proficiency of the workspace in each skill.</param>
    public ExecListing<Skill> ListSkills(bool includeProficiency = false) =>
        List(SkillsEndpoint, [new FilterQuery().AddSingle("include", includeProficiency ? "proficiency" : null)]);

    /// <summary>Lists the proficiency of each user in a skill (<c>getSkillProficiency</c>), without users who never practiced it.</summary>
    /// <param name="skillId">The ID of the skill.</param>
    /// <param name="filter">The users and the time. Null for all users now.</param>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public ExecListing<SkillProficiency> ListSkillProficiency(string skillId, SkillProficiencyFilter? filter = null) =>
        ListSkillProficiency([(skillId, filter ?? new())]);

    /// <summary>Lists the proficiency of each user in several skills (<c>getSkillProficiency</c>), skill by skill.</summary>
    /// <param name="skills">The skills, with a filter for each. Each row is returned once.</param>
    /// <exception cref="ArgumentException">An ID can't be part of a path.</exception>
    public ExecListing<SkillProficiency> ListSkillProficiency(IEnumerable<(string SkillId, SkillProficiencyFilter Filter)> skills) =>
        ListBelow(
            SkillProficiencyEndpoint, skills.Select(one => (one.SkillId, one.Filter.ToQuery())), nameof(skills),
            static (proficiency, skillId) => proficiency.SkillId = skillId);
}
