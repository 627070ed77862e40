using System.ComponentModel;
using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The status of a scenario job.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<ScenarioJobStatus>))]
public enum ScenarioJobStatus : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>queued</c></summary>
    [Description("The job hasn't started.")]
    Queued,

    /// <summary><c>processing</c></summary>
    [Description("The scenario is being created.")]
    Processing,

    /// <summary><c>completed</c></summary>
    [Description("The scenario is created.")]
    Completed,

    /// <summary><c>failed</c></summary>
    [Description("The job failed. Error has the reason.")]
    Failed,

    /// <summary><c>cancelled</c></summary>
    [Description("The job was canceled.")]
    Cancelled,
}
