using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What one user may do with one scenario (<c>checkScenarioAccess</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class ScenarioAccess
{
    /// <summary>The email address of the user.</summary>
    public string? UserEmail { get; set; }

    /// <summary>The identifier of the scenario.</summary>
    public string? ScenarioId { get; set; }

    /// <summary>Whether the user may see and practise the scenario.</summary>
    [JsonIgnore]
    public bool? CanView => Permissions?.CanView;

    /// <summary>Whether the user may share the scenario.</summary>
    [JsonIgnore]
    public bool? CanShare => Permissions?.CanShare;

    /// <summary>Whether the user may see the sessions of others.</summary>
    [JsonIgnore]
    public bool? CanMonitor => Permissions?.CanMonitor;

    /// <summary>Whether the user may change the scenario.</summary>
    [JsonIgnore]
    public bool? CanEdit => Permissions?.CanEdit;

    /// <summary>What the user may do.</summary>
    public ScenarioPermissions? Permissions { get; set; }

    /// <summary>User and permissions, as <c>jane@acme.com: view, share</c>.</summary>
    public override string ToString() => $"{UserEmail}: {Permissions}";
}
