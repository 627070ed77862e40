using System.Text.Json.Nodes;
using ExecPS.Client.Serialization;
using ExecPS.Sandbox.State;
using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>Assigns scenarios and grants access to them.</summary>
internal static class ScenarioWrites
{
    /// <summary>Creates an assignment. A second request creates a second assignment, as in the API.</summary>
    /// <exception cref="ApiProblem">The scenario or a user doesn't exist, or a field isn't valid.</exception>
    public static (WorkspaceState State, ApiResponse Response) Assign(ApiRequest request)
    {
        var scenario = request.State.Scenario(request.Id) is { IsArchived: false } found ? found : throw NotFound(request);
        var body = request.Body();
        var person = RequiredMember(request, body);
        var due = body.RequiredTime("due_date");
        if (body.Text("assigner_email") is { } assigner)
            Member(request, assigner);
        var (attemptMin, attemptMax) = (body.Positive("attempt_min"), body.Positive("attempt_max"));
        if (attemptMin > attemptMax)
            throw ApiProblem.BadRequest("invalid_attempt_max", "attempt_max must not be less than attempt_min");
        var rankMin = body.OneOf("rank_min", "gold", "silver", "bronze") is { } rank ? OrderedNames<Rank>.Parse(rank) : null;
        body.Text("custom_message");

        var state = request.State.TakeId(out var id);
        Assignment Create(AssignmentStatus status) => new()
        {
            Id = id,
            Status = status,
            DueDate = due.LocalDateTime,
            AttemptCount = 0,
            AttemptMin = attemptMin,
            AttemptMax = attemptMax,
            RankMin = rankMin,
            CreatedAt = request.Now.LocalDateTime,
            User = person.User,
            Scenario = scenario.Ref,
        };
        var assignment = Create(due > request.Now ? AssignmentStatus.NotStarted : AssignmentStatus.PastDue);
        state = state.Add(assignment);
        if (assignment.Status == AssignmentStatus.NotStarted)
            state = state.Schedule(due, later => later.Replace(Create(AssignmentStatus.PastDue)));
        return (state, ApiResponse.Json(assignment));
    }

    /// <summary>Grants a user a permission level, instead of an earlier grant. Permissions from other origins remain.</summary>
    /// <exception cref="ApiProblem">The scenario or the user doesn't exist, or a field isn't valid.</exception>
    public static (WorkspaceState State, ApiResponse Response) Grant(ApiRequest request)
    {
        var scenario = request.State.Scenario(request.Id) ?? throw NotFound(request);
        var body = request.Body();
        var email = body.Required("user_email");
        var name = body.OneOf("permission_level", "view", "share", "monitor", "edit") ?? throw ApiProblem.Missing("permission_level");
        var level = name switch
        {
            "view" => AccessLevel.View,
            "share" => AccessLevel.Share,
            "monitor" => AccessLevel.Monitor,
            _ => AccessLevel.Edit,
        };
        var person = Member(request, email);
        return (request.State.Grant(person, scenario, level), ApiResponse.Json(new JsonObject
        {
            ["user_email"] = person.User.Email,
            ["scenario_id"] = scenario.Ref.Id,
            ["permission_level"] = name,
            ["granted"] = true,
        }));
    }

    /// <summary>The member that the required field <c>user_email</c> names.</summary>
    /// <exception cref="ApiProblem">The field is missing, or the member doesn't exist.</exception>
    public static Person RequiredMember(ApiRequest request, RequestBody body) => Member(request, body.Required("user_email"));

    private static Person Member(ApiRequest request, string email) => request.State.Sample.MemberByEmail(email) ?? throw ApiProblem.UserNotFound(email);

    private static ApiProblem NotFound(ApiRequest request) => ApiProblem.NotFound("Scenario", request.Id);
}
