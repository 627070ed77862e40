namespace ExecPS.Sandbox.World;

/// <summary>An evaluation item of a skill.</summary>
/// <param name="Name">The name.</param>
/// <param name="Praise">The feedback for a good grade.</param>
/// <param name="Advice">The feedback for a lower grade.</param>
internal sealed record SkillItem(string Name, string Praise, string Advice);
