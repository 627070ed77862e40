using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>How far the making of a scenario has come.</summary>
[JsonConverter(typeof(ApiEnumConverter<ScenarioJobStatus>))]
public enum ScenarioJobStatus : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>queued</c>: it waits.</summary>
    Queued,

    /// <summary><c>processing</c>: the scenario is being made.</summary>
    Processing,

    /// <summary><c>completed</c>: the scenario is there.</summary>
    Completed,

    /// <summary><c>failed</c>: there will be no scenario; the error says why.</summary>
    Failed,

    /// <summary><c>cancelled</c>: somebody ended it.</summary>
    Cancelled,
}
