using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The status of an assignment.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<AssignmentStatus>))]
public enum AssignmentStatus : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>not_started</c>: no attempt has been made.</summary>
    NotStarted,

    /// <summary><c>in_progress</c>: attempts have been made, but the requirements aren't met.</summary>
    InProgress,

    /// <summary><c>completed</c>: the requirements are met.</summary>
    Completed,

    /// <summary><c>past_due</c>: the due date has passed, and the requirements aren't met.</summary>
    PastDue,

    /// <summary><c>did_not_pass</c>: no attempts are left, and the requirements aren't met.</summary>
    DidNotPass,
}
