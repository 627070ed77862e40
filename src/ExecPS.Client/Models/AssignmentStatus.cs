using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>How far an assignment has come.</summary>
[JsonConverter(typeof(ApiEnumConverter<AssignmentStatus>))]
public enum AssignmentStatus : long
{
    /// <summary>A status that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>not_started</c>: no attempt was made yet.</summary>
    NotStarted,

    /// <summary><c>in_progress</c>: attempts were made, the requirements are not met yet.</summary>
    InProgress,

    /// <summary><c>completed</c>: the requirements are met.</summary>
    Completed,

    /// <summary><c>past_due</c>: the due date has passed and the requirements are not met.</summary>
    PastDue,

    /// <summary><c>did_not_pass</c>: no attempt is left and the requirements are not met.</summary>
    DidNotPass,
}
