namespace ExecPS.Sandbox.Api;

/// <summary>Reads skills and proficiencies.</summary>
internal static class SkillResponses
{
    public static Skill Skill(Skill skill, ApiRequest request) =>
        request.Includes("proficiency") ? request.State.Sample.Proficiencies.WithSummary(skill) : skill;

    /// <exception cref="ApiProblem">The skill doesn't exist.</exception>
    public static IReadOnlyList<SkillProficiency> Proficiency(ApiRequest request)
    {
        var sample = request.State.Sample;
        var skill = sample.Skills.FirstOrDefault(skill => skill.Id == request.Id) ?? throw ApiProblem.NotFound("Skill", request.Id);
        return sample.Proficiencies.Of(skill, PracticeFilters.From(request).ToSelection().Matches);
    }
}
