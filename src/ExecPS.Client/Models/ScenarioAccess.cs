namespace ExecPS.Client.Models;

/// <summary>A user's permissions for a scenario (<c>checkScenarioAccess</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class ScenarioAccess : ExecObject
{
    /// <summary>The ID of the scenario.</summary>
    public string? ScenarioId { get; set; }

    /// <summary>The name of the scenario. Null if neither the input nor a response of the session contained it.</summary>
    [JsonIgnore]
    public string? ScenarioName { get; set; }

    /// <summary>The email address of the user.</summary>
    public string? UserEmail { get; set; }

    /// <summary>Whether the user can see and practice the scenario.</summary>
    [JsonIgnore]
    public bool? CanView => Permissions?.CanView;

    /// <summary>Whether the user can share the scenario.</summary>
    [JsonIgnore]
    public bool? CanShare => Permissions?.CanShare;

    /// <summary>Whether the user can see the sessions of other users.</summary>
    [JsonIgnore]
    public bool? CanMonitor => Permissions?.CanMonitor;

    /// <summary>Whether the user can change the scenario.</summary>
    [JsonIgnore]
    public bool? CanEdit => Permissions?.CanEdit;

    /// <summary>The permissions.</summary>
    public ScenarioPermissions? Permissions { get; set; }

    /// <summary>The user and the permissions, such as <c>jane@acme.com: view, share</c>.</summary>
    public override string ToString() => $"{UserEmail}: {Permissions}";
}
