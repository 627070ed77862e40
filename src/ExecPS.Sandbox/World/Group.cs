namespace ExecPS.Sandbox.World;

/// <summary>A group of people.</summary>
internal sealed record Group(string Id, string Name, DateTime CreatedAt);
