namespace ExecPS.Sandbox.World;

/// <summary>One thing that a skill is judged by.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Praise">What is said of it when it went well.</param>
/// <param name="Advice">What is said of it when it didn't.</param>
internal sealed record SkillItem(string Name, string Praise, string Advice);
