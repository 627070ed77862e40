namespace ExecPS.Client.Requests;

/// <summary>The body of <c>grantScenarioAccess</c>.</summary>
public sealed record GrantScenarioAccessRequest
{
    /// <summary>The email address of the user who gets access.</summary>
    public required string UserEmail { get; init; }

    /// <summary>What the user is allowed to do.</summary>
    public required ScenarioPermissionLevel PermissionLevel { get; init; }
}
