using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>A person with their standing in the workspace.</summary>
internal sealed record Member(User User, string Role, DateTime CreatedAt, IReadOnlyList<Group> Groups);
