using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What a member may do in the workspace.</summary>
[JsonConverter(typeof(ApiEnumConverter<MemberRole>))]
public enum MemberRole : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>admin</c>: administers the workspace.</summary>
    Admin,

    /// <summary><c>staff</c>: belongs to the staff.</summary>
    Staff,

    /// <summary><c>member</c>: an ordinary member.</summary>
    Member,
}
