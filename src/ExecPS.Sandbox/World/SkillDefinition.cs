namespace ExecPS.Sandbox.World;

/// <summary>A skill and its evaluation items.</summary>
internal sealed record SkillDefinition(string Name, string Description, params SkillItem[] Items);
