namespace ExecPS.Client.Models;

/// <summary>Who can see a scenario, folder, or page.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<Visibility>))]
public enum Visibility : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>private</c>: the owner, and users it is shared with.</summary>
    Private,

    /// <summary><c>workspace</c>: everyone in the workspace.</summary>
    Workspace,

    /// <summary><c>global</c>: everyone. Only in the Knowledge Hub.</summary>
    Global,
}
