using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<Skill> SkillsEndpoint => new("/skills", static () => ExecJsonContext.Default.PageSkill);
    private static ListEndpoint<SkillProficiency> SkillProficiencyEndpoint => new("/skills/{id}/proficiency", static () => ExecJsonContext.Default.PageSkillProficiency);

    /// <summary>The skills of the workspace (<c>listSkills</c>), by name.</summary>
    /// <param name="includeProficiency">Whether each brings how well the workspace masters it.</param>
    public ExecListing<Skill> ListSkills(bool includeProficiency = false) =>
        List(SkillsEndpoint, [new FilterQuery().AddSingle("include", includeProficiency ? "proficiency" : null)]);

    /// <summary>How well each user masters a skill (<c>getSkillProficiency</c>); those who never practised it are left out.</summary>
    /// <param name="skillId">The skill's identifier.</param>
    /// <param name="filter">Which users, and as of when; null for all, now.</param>
    /// <exception cref="ArgumentException">The identifier can't stand in a path.</exception>
    public ExecListing<SkillProficiency> ListSkillProficiency(string skillId, SkillProficiencyFilter? filter = null) =>
        ListSkillProficiency([(skillId, filter ?? new())]);

    /// <summary>How well each user masters several skills (<c>getSkillProficiency</c>), skill by skill.</summary>
    /// <param name="asked">Which skills, and which users of each; each row comes once.</param>
    /// <exception cref="ArgumentException">An identifier can't stand in a path.</exception>
    public ExecListing<SkillProficiency> ListSkillProficiency(IEnumerable<(string SkillId, SkillProficiencyFilter Filter)> asked) =>
        ListBelow(
            SkillProficiencyEndpoint, asked.Select(one => (one.SkillId, one.Filter.ToQuery())), nameof(asked),
            static (proficiency, skillId) => proficiency.SkillId = skillId);
}
