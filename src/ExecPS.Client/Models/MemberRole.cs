namespace ExecPS.Client.Models;

/// <summary>The role of a member.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<MemberRole>))]
public enum MemberRole : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>admin</c>: manages the workspace.</summary>
    Admin,

    /// <summary><c>staff</c>: a staff member.</summary>
    Staff,

    /// <summary><c>member</c>: a regular member.</summary>
    Member,
}
