namespace ExecPS.Client.Models;

/// <summary>A skill, as embedded in a Knowledge Hub page.</summary>
public sealed class KnowledgeSkillRef
{
    /// <summary>The skill's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The skill's name.</summary>
    public string? Name { get; set; }

    /// <summary>The skill's name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
