using System.ComponentModel;

namespace ExecPS.Client.Models;

/// <summary>The status of an assignment.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<AssignmentStatus>))]
public enum AssignmentStatus : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>not_started</c></summary>
    [Description("No attempt has been made.")]
    NotStarted,

    /// <summary><c>in_progress</c></summary>
    [Description("Attempts have been made, but the requirements aren't met.")]
    InProgress,

    /// <summary><c>completed</c></summary>
    [Description("The requirements are met.")]
    Completed,

    /// <summary><c>past_due</c></summary>
    [Description("The due date has passed, and the requirements aren't met.")]
    PastDue,

    /// <summary><c>did_not_pass</c></summary>
    [Description("No attempts are left, and the requirements aren't met.")]
    DidNotPass,
}
