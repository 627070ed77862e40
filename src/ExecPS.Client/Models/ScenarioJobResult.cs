namespace ExecPS.Client.Models;

/// <summary>The scenario that a job has made.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class ScenarioJobResult
{
    /// <summary>The scenario's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The scenario's name.</summary>
    public string? Name { get; set; }

    /// <summary>The scenario's part of its web address.</summary>
    /// <remarks>The document has it in one of its examples alone, where <see cref="Url"/> is missing.</remarks>
    public string? Slug { get; set; }

    /// <summary>The scenario's web address.</summary>
    public string? Url { get; set; }

    /// <summary>The scenario's name.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
