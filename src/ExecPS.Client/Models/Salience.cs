namespace ExecPS.Client.Models;

/// <summary>How important a part of a transcript is.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<Salience>))]
public enum Salience : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>high</c>: high importance.</summary>
    High,

    /// <summary><c>mid</c>: medium importance.</summary>
    Mid,

    /// <summary><c>low</c>: low importance.</summary>
    Low,
}
