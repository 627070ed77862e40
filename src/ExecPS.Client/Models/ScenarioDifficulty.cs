namespace ExecPS.Client.Models;

/// <summary>The difficulty of a scenario.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<ScenarioDifficulty>))]
public enum ScenarioDifficulty : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>easy</c>: easy.</summary>
    Easy,

    /// <summary><c>medium</c>: medium.</summary>
    Medium,

    /// <summary><c>hard</c>: hard.</summary>
    Hard,

    /// <summary><c>very_hard</c>: very hard.</summary>
    VeryHard,

    /// <summary><c>custom</c>: set by the author.</summary>
    Custom,
}
