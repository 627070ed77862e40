using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>Somebody who practises, with their standing in the workspace.</summary>
/// <param name="User">As others' answers show them.</param>
/// <param name="Role">The role; null for those who aren't members, or no longer.</param>
/// <param name="JoinedAt">When they became a member.</param>
/// <param name="Groups">The groups they are in.</param>
internal sealed record Person(User User, MemberRole? Role, DateTimeOffset JoinedAt, IReadOnlyList<Group> Groups)
{
    private const string SystemMailDomain = "@exec.com";

    public bool IsMember => Role is not null;

    /// <summary>Whether they are of Exec's own people, who look after workspaces.</summary>
    public bool IsSystem { get; } = User.Email!.EndsWith(SystemMailDomain, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> GroupIds => Groups.Select(group => group.Id!);

    public Member ToMember() => new()
    {
        Id = User.Id,
        Email = User.Email,
        FirstName = User.FirstName,
        LastName = User.LastName,
        Role = Role,
        CreatedAt = JoinedAt.LocalDateTime,
    };
}
