namespace ExecPS.Client.Models;

/// <summary>A skill, as embedded in a scenario.</summary>
public sealed class SkillRef
{
    /// <summary>The skill's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The skill's name.</summary>
    public string? Name { get; set; }

    /// <summary>The skill's part of its web address.</summary>
    public string? Slug { get; set; }

    /// <summary>The skill's name.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
