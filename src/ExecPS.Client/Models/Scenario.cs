namespace ExecPS.Client.Models;

/// <summary>A roleplay scenario (<c>listScenarios</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class Scenario : ExecObject, IListRow
{
    /// <summary>The ID of the scenario.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-ScenarioId</c> of other commands.</summary>
    [JsonIgnore]
    public string? ScenarioId => Id;

    /// <summary>The name of the scenario.</summary>
    public string? Name { get; set; }

    /// <summary>The first and last name of the owner. Null if the scenario has no owner.</summary>
    [JsonIgnore]
    public string? OwnerName => Owner?.Name;

    /// <summary>The email address of the owner. Null if the scenario has no owner.</summary>
    [JsonIgnore]
    public string? OwnerEmail => Owner?.Email;

    /// <summary>The names of the skills that the scenario evaluates, separated by <c>; </c>. Null without <c>-IncludeSkill</c>.</summary>
    [JsonIgnore]
    public string? SkillNames => Skills?.ToString();

    /// <summary>The part of the scenario's web address that identifies it.</summary>
    public string? Slug { get; set; }

    /// <summary>The web address of the scenario.</summary>
    public string? Url { get; set; }

    /// <summary>The English name of the scenario's language.</summary>
    public string? Language { get; set; }

    /// <summary>The difficulty.</summary>
    public ScenarioDifficulty? Difficulty { get; set; }

    /// <summary>Who can see the scenario.</summary>
    public Visibility? Visibility { get; set; }

    /// <summary>When the scenario was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the scenario was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The description. Null if none is set.</summary>
    public string? Description { get; set; }

    /// <summary>The situation of the roleplay. Null if none is set.</summary>
    public string? Context { get; set; }

    /// <summary>What the learner should achieve and avoid, in Markdown. Null if none is set.</summary>
    public string? Objective { get; set; }

    /// <summary>The owner. Null if the scenario has no owner.</summary>
    public User? Owner { get; set; }

    /// <summary>The skills that the scenario evaluates. Null without <c>-IncludeSkill</c>.</summary>
    public ReadableList<SkillRef>? Skills { get; set; }

    /// <summary>The name of the scenario.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
