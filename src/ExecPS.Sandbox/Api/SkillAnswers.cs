using ExecPS.Client.Models;

namespace ExecPS.Sandbox.Api;

/// <summary>What the API answers about one skill.</summary>
internal static class SkillAnswers
{
    /// <exception cref="ApiProblem">There is no such skill.</exception>
    public static IReadOnlyList<SkillProficiency> Proficiency(SandboxWorkspace world, ApiRequest request)
    {
        var skill = world.Skills.FirstOrDefault(skill => skill.Id == request.Id) ?? throw ApiProblem.NotFound("Skill", request.Id);
        return world.Proficiencies.Of(skill, PracticeConditions.From(request).ToSelection().Matches);
    }
}
