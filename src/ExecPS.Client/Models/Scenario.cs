using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A roleplay to practise (<c>listScenarios</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class Scenario : IListRow
{
    /// <summary>The scenario's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The scenario's name.</summary>
    public string? Name { get; set; }

    /// <summary>What the scenario is about, in short; null when nobody has said.</summary>
    public string? Description { get; set; }

    /// <summary>The scenario's part of its web address.</summary>
    public string? Slug { get; set; }

    /// <summary>The scenario's web address.</summary>
    public string? Url { get; set; }

    /// <summary>How hard the scenario is.</summary>
    public ScenarioDifficulty? Difficulty { get; set; }

    /// <summary>What frames the roleplay: the other side, the situation; null when that isn't filled in.</summary>
    public string? Context { get; set; }

    /// <summary>What the learner is to reach, in Markdown, and below a heading in it what to avoid; null when that isn't filled in.</summary>
    public string? Objective { get; set; }

    /// <summary>The language of the scenario, by its English name.</summary>
    public string? Language { get; set; }

    /// <summary>Who may see the scenario.</summary>
    public Visibility? Visibility { get; set; }

    /// <summary>The email address of the owner; null when the scenario has none.</summary>
    [JsonIgnore]
    public string? OwnerEmail => Owner?.Email;

    /// <summary>First and last name of the owner; null when the scenario has none.</summary>
    [JsonIgnore]
    public string? OwnerName => Owner?.Name;

    /// <summary>The names of the skills that the scenario evaluates, joined; null unless skills were asked for.</summary>
    [JsonIgnore]
    public string? SkillNames => Skills?.ToString();

    /// <summary>When the scenario was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the scenario was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The user who owns the scenario; null when nobody does.</summary>
    public User? Owner { get; set; }

    /// <summary>The skills that the scenario evaluates; null unless skills were asked for.</summary>
    public ReadableList<SkillRef>? Skills { get; set; }

    /// <summary>The scenario's name.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
