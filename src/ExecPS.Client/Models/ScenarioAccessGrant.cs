namespace ExecPS.Client.Models;

/// <summary>The access to a scenario that a user was granted (<c>grantScenarioAccess</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class ScenarioAccessGrant : ExecObject
{
    /// <summary>The ID of the scenario.</summary>
    public string? ScenarioId { get; set; }

    /// <summary>The name of the scenario. Null if neither the input nor a response of the session contained it.</summary>
    [JsonIgnore]
    public string? ScenarioName { get; set; }

    /// <summary>The email address of the user.</summary>
    public string? UserEmail { get; set; }

    /// <summary>What the user is now allowed to do.</summary>
    public ScenarioPermissionLevel? PermissionLevel { get; set; }

    /// <summary>Whether the access was granted.</summary>
    public bool? Granted { get; set; }

    /// <summary>The user and the permission level, such as <c>jane@acme.com: Edit</c>.</summary>
    public override string ToString() => $"{UserEmail}: {PermissionLevel}";
}
