namespace ExecPS.Client.Models;

/// <summary>A skill, as part of a scenario.</summary>
public sealed class SkillRef : ExecObject
{
    /// <summary>The ID of the skill.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-SkillId</c> of other commands.</summary>
    [JsonIgnore]
    public string? SkillId => Id;

    /// <summary>The name of the skill.</summary>
    public string? Name { get; set; }

    /// <summary>The part of the skill's web address that identifies it.</summary>
    public string? Slug { get; set; }

    /// <summary>The name of the skill.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
