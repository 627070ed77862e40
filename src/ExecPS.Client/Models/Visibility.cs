using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>Who may see something.</summary>
[JsonConverter(typeof(ApiEnumConverter<Visibility>))]
public enum Visibility : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>private</c>: its owner, and those it is shared with.</summary>
    Private,

    /// <summary><c>workspace</c>: everybody in the workspace.</summary>
    Workspace,

    /// <summary><c>global</c>: everybody; of the Knowledge Hub alone.</summary>
    Global,
}
