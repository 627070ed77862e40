namespace ExecPS.Client.Models;

/// <summary>The scenario that a job created.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class ScenarioJobResult : ExecObject
{
    /// <summary>The ID of the scenario.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-ScenarioId</c> of other commands.</summary>
    [JsonIgnore]
    public string? ScenarioId => Id;

    /// <summary>The name of the scenario.</summary>
    public string? Name { get; set; }

    /// <summary>The part of the scenario's web address that identifies it. Usually null.</summary>
    public string? Slug { get; set; }

    /// <summary>The web address of the scenario.</summary>
    public string? Url { get; set; }

    /// <summary>The name of the scenario.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
