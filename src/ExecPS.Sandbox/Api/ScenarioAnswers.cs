using ExecPS.Client.Models;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>What the API answers about one scenario.</summary>
internal static class ScenarioAnswers
{
    /// <exception cref="ApiProblem">There is no such scenario, or no such user.</exception>
    public static ScenarioAccess Access(SandboxWorkspace world, ApiRequest request)
    {
        var scenario = world.Scenario(request.Id) ?? throw NotFound(request);
        var email = request.Text("user_email") ?? throw ApiProblem.Missing("user_email");
        var person = world.MemberByEmail(email) ?? throw ApiProblem.UserNotFound(email);
        var level = world.Access.LevelOf(person, scenario);
        return new()
        {
            UserEmail = person.User.Email,
            ScenarioId = scenario.Ref.Id,
            Permissions = new()
            {
                CanView = level >= AccessLevel.View,
                CanShare = level >= AccessLevel.Share,
                CanMonitor = level >= AccessLevel.Monitor,
                CanEdit = level >= AccessLevel.Edit,
            },
        };
    }

    /// <exception cref="ApiProblem">There is no such scenario.</exception>
    public static ScenarioAnalytics Summary(SandboxWorkspace world, ApiRequest request) => Analytics.Summary(Sessions(world, request));

    /// <exception cref="ApiProblem">There is no such scenario.</exception>
    public static IReadOnlyList<ScenarioParticipant> Participants(SandboxWorkspace world, ApiRequest request) => Analytics.Participants(Sessions(world, request));

    private static IReadOnlyList<SessionEntry> Sessions(SandboxWorkspace world, ApiRequest request) =>
        PracticeConditions.From(request).ToSelection().From(world.Sessions.Of(world.ScenarioByIdOrSlug(request.Id) ?? throw NotFound(request)));

    private static ApiProblem NotFound(ApiRequest request) => ApiProblem.NotFound("Scenario", request.Id);
}
