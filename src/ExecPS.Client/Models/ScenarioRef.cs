namespace ExecPS.Client.Models;

/// <summary>A scenario, as embedded in other answers.</summary>
public sealed class ScenarioRef
{
    /// <summary>The scenario's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The scenario's name.</summary>
    public string? Name { get; set; }

    /// <summary>The scenario's part of its web address.</summary>
    public string? Slug { get; set; }

    /// <summary>The scenario's name.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
