using System.ComponentModel;
using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The difficulty of a scenario.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<ScenarioDifficulty>))]
public enum ScenarioDifficulty : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>easy</c></summary>
    [Description("Easy.")]
    Easy,

    /// <summary><c>medium</c></summary>
    [Description("Medium.")]
    Medium,

    /// <summary><c>hard</c></summary>
    [Description("Hard.")]
    Hard,

    /// <summary><c>very_hard</c></summary>
    [Description("Very hard.")]
    VeryHard,

    /// <summary><c>custom</c></summary>
    [Description("Set by the author.")]
    Custom,
}
