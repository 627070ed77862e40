namespace ExecPS.Sandbox.World;

/// <summary>A skill, and what it is judged by.</summary>
internal sealed record SkillFacts(string Name, string Description, params SkillItem[] Items);
