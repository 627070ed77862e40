namespace ExecPS.Client.Models;

/// <summary>The creation of a scenario in the background (<c>getScenarioJob</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class ScenarioJob : ExecObject
{
    /// <summary>The ID of the job.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-JobId</c> of other commands.</summary>
    [JsonIgnore]
    public string? JobId => Id;

    /// <summary>The ID of the scenario. Null until it is created.</summary>
    [JsonIgnore]
    public string? ScenarioId => Scenario?.Id;

    /// <summary>The name of the scenario. Null until it is created.</summary>
    [JsonIgnore]
    public string? ScenarioName => Scenario?.Name;

    /// <summary>The web address of the scenario. Null until it is created.</summary>
    [JsonIgnore]
    public string? ScenarioUrl => Scenario?.Url;

    /// <summary>The status of the job.</summary>
    public ScenarioJobStatus? Status { get; set; }

    /// <summary>Whether the job was created by this request. False if it existed already, with the same request ID; null if the job was only read.</summary>
    public bool? IsNew { get; set; }

    /// <summary>When the job was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the job started, in local time. Null while it is queued.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When the job ended, successfully or not, in local time. Null until then.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>The duration of the job, in seconds. Null until it ends.</summary>
    public double? DurationSeconds { get; set; }

    /// <summary>The scenario. Null until it is created.</summary>
    public ScenarioJobResult? Scenario { get; set; }

    /// <summary>Why the job failed. Null if it didn't fail.</summary>
    public ScenarioJobError? Error { get; set; }

    /// <summary>The ID and the status, such as <c>j1o2b3i4d5x6: Processing</c>.</summary>
    public override string ToString() => $"{Id}: {Status}";
}
