namespace ExecPS.Client.Requests;

/// <summary>The body of <c>createScenarioStudioSession</c>.</summary>
public sealed record CreateStudioSessionRequest
{
    /// <summary>The email address of the user who creates the scenario. The user must be a member of the workspace.</summary>
    public required string UserEmail { get; init; }

    /// <summary>The description of the scenario, which the session starts with.</summary>
    public required string Prompt { get; init; }

    /// <summary>An ID that makes the request repeatable: a request with the ID of an existing session returns that session.</summary>
    public required string RequestId { get; init; }
}
