using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The making of a scenario, which goes on in the background (<c>getScenarioJob</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class ScenarioJob
{
    /// <summary>The job's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>How far the job has come.</summary>
    public ScenarioJobStatus? Status { get; set; }

    /// <summary>The identifier of the scenario; null until it is made.</summary>
    [JsonIgnore]
    public string? ScenarioId => Scenario?.Id;

    /// <summary>The name of the scenario; null until it is made.</summary>
    [JsonIgnore]
    public string? ScenarioName => Scenario?.Name;

    /// <summary>The web address of the scenario; null until it is made.</summary>
    [JsonIgnore]
    public string? ScenarioUrl => Scenario?.Url;

    /// <summary>When the job was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the job began, in local time; null while it waits.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When the job ended, well or badly, in local time; null until then.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>How long the job took, in seconds; null until it ends.</summary>
    public double? DurationSeconds { get; set; }

    /// <summary>The scenario; null until it is made.</summary>
    public ScenarioJobResult? Scenario { get; set; }

    /// <summary>Why there is no scenario; null unless the job failed.</summary>
    public ScenarioJobError? Error { get; set; }

    /// <summary>Identifier and status, as <c>j1o2b3i4d5x6: Processing</c>.</summary>
    public override string ToString() => $"{Id}: {Status}";
}
