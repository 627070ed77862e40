namespace ExecPS.Client.Models;

/// <summary>The status of a scenario job.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<ScenarioJobStatus>))]
public enum ScenarioJobStatus : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>queued</c>: the job hasn't started.</summary>
    Queued,

    /// <summary><c>processing</c>: the scenario is being created.</summary>
    Processing,

    /// <summary><c>completed</c>: the scenario is created.</summary>
    Completed,

    /// <summary><c>failed</c>: the job failed. <c>Error</c> has the reason.</summary>
    Failed,

    /// <summary><c>cancelled</c>: the job was canceled.</summary>
    Cancelled,
}
