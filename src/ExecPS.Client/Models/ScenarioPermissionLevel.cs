using System.ComponentModel;
using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What a user is allowed to do with a scenario.</summary>
[JsonConverter(typeof(ApiEnumConverter<ScenarioPermissionLevel>))]
public enum ScenarioPermissionLevel : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>view</c></summary>
    [Description("See and practice the scenario.")]
    View,

    /// <summary><c>share</c></summary>
    [Description("Share the scenario with others.")]
    Share,

    /// <summary><c>monitor</c></summary>
    [Description("See the sessions of other users.")]
    Monitor,

    /// <summary><c>edit</c></summary>
    [Description("Change the scenario.")]
    Edit,
}
