namespace ExecPS.Sandbox.World;

/// <summary>A user with their role and groups.</summary>
/// <param name="User">The user, as embedded in responses.</param>
/// <param name="Role">The role, or null if the user isn't a member.</param>
/// <param name="JoinedAt">When the user became a member.</param>
/// <param name="Groups">The user's groups.</param>
internal sealed record Person(User User, MemberRole? Role, DateTimeOffset JoinedAt, IReadOnlyList<Group> Groups)
{
    private const string SystemMailDomain = "@exec.com";

    public bool IsMember => Role is not null;

    /// <summary>Whether this is one of Exec's own users (a system user in the API's terms).</summary>
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
