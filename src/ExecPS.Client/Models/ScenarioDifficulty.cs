using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>How hard a scenario is.</summary>
[JsonConverter(typeof(ApiEnumConverter<ScenarioDifficulty>))]
public enum ScenarioDifficulty : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>easy</c>.</summary>
    Easy,

    /// <summary><c>medium</c>.</summary>
    Medium,

    /// <summary><c>hard</c>.</summary>
    Hard,

    /// <summary><c>very_hard</c>.</summary>
    VeryHard,

    /// <summary><c>custom</c>: set by hand.</summary>
    Custom,
}
