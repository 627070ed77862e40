namespace ExecPS.Client.Models;

/// <summary>What a user is allowed to do with a scenario.</summary>
[JsonConverter(typeof(ApiEnumConverter<ScenarioPermissionLevel>))]
public enum ScenarioPermissionLevel : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>view</c>: see and practice the scenario.</summary>
    View,

    /// <summary><c>share</c>: share the scenario with others.</summary>
    Share,

    /// <summary><c>monitor</c>: see the sessions of other users.</summary>
    Monitor,

    /// <summary><c>edit</c>: change the scenario.</summary>
    Edit,
}
