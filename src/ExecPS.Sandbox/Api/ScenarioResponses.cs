using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>Reads a scenario's access and analytics.</summary>
internal static class ScenarioResponses
{
    /// <exception cref="ApiProblem">The scenario or the user doesn't exist.</exception>
    public static ScenarioAccess Access(ApiRequest request)
    {
        var scenario = request.State.Scenario(request.Id) ?? throw NotFound(request);
        var email = request.Text("user_email") ?? throw ApiProblem.Missing("user_email");
        var person = request.State.Sample.MemberByEmail(email) ?? throw ApiProblem.UserNotFound(email);
        var level = request.State.Access.LevelOf(person, scenario);
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

    /// <exception cref="ApiProblem">The scenario doesn't exist.</exception>
    public static ScenarioAnalytics Summary(ApiRequest request) => Analytics.Summary(Sessions(request));

    /// <exception cref="ApiProblem">The scenario doesn't exist.</exception>
    public static IReadOnlyList<ScenarioParticipant> Participants(ApiRequest request) => Analytics.Participants(Sessions(request));

    private static IReadOnlyList<SessionEntry> Sessions(ApiRequest request)
    {
        var scenario = request.State.Scenario(request.Id) ?? request.State.ScenarioBySlug(request.Id) ?? throw NotFound(request);
        return PracticeFilters.From(request).ToSelection().From(request.State.Sample.Sessions.Of(scenario));
    }

    private static ApiProblem NotFound(ApiRequest request) => ApiProblem.NotFound("Scenario", request.Id);
}
