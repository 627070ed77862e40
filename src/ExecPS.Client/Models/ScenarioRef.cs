namespace ExecPS.Client.Models;

/// <summary>A scenario, as part of another object.</summary>
public sealed class ScenarioRef : ExecObject
{
    /// <summary>The ID of the scenario.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-ScenarioId</c> of other commands.</summary>
    [JsonIgnore]
    public string? ScenarioId => Id;

    /// <summary>The name of the scenario.</summary>
    public string? Name { get; set; }

    /// <summary>The part of the scenario's web address that identifies it.</summary>
    public string? Slug { get; set; }

    /// <summary>The name of the scenario.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
