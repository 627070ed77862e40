using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>How much a piece of feedback matters.</summary>
[JsonConverter(typeof(ApiEnumConverter<Salience>))]
public enum Salience : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>high</c>.</summary>
    High,

    /// <summary><c>mid</c>.</summary>
    Mid,

    /// <summary><c>low</c>.</summary>
    Low,
}
