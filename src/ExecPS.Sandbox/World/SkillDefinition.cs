namespace ExecPS.Sandbox.World;

/// <summary>A skill, and what it is judged by.</summary>
internal sealed record SkillDefinition(string Name, string Description, params SkillItem[] Items);
