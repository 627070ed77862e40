namespace ExecPS.Client.Models;

/// <summary>A member of the workspace (<c>listWorkspaceMembers</c>).</summary>
/// <remarks>
/// A property is null if the response has no value for it. The API's document has two forms of a member: with the fields of the user in
/// the row itself, and in a nested <c>user</c>. Both are read.
/// </remarks>
public sealed class Member : ExecObject, IListRow
{
    private User? _user;
    private string? _id;
    private string? _email;
    private string? _firstName;
    private string? _lastName;

    /// <summary>The ID of the user, the same as in sessions and assignments.</summary>
    public string? Id
    {
        get => _user?.Id ?? _id;
        set => _id = value;
    }

    /// <summary>The same as <see cref="Id"/>. It binds to <c>-UserId</c> of other commands.</summary>
    [JsonIgnore]
    public string? UserId => Id;

    /// <summary>The first and last name. The email address or the ID if the member has no name.</summary>
    [JsonIgnore]
    public string? Name => ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The email address. It binds to <c>-UserEmail</c> of other commands.</summary>
    public string? Email
    {
        get => _user?.Email ?? _email;
        set => _email = value;
    }

    /// <summary>The first name.</summary>
    public string? FirstName
    {
        get => _user?.FirstName ?? _firstName;
        set => _firstName = value;
    }

    /// <summary>The last name.</summary>
    public string? LastName
    {
        get => _user?.LastName ?? _lastName;
        set => _lastName = value;
    }

    /// <summary>The role in the workspace.</summary>
    public MemberRole? Role { get; set; }

    /// <summary>When the member was added, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The nested form. Only the flat form is written.</summary>
    /// <remarks>If a row has two IDs, the outer one identifies the membership. Everything else in the API expects the ID of the user.</remarks>
    [JsonInclude]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal User? User
    {
        get => null;
        set => _user = value;
    }

    /// <summary>The same as <see cref="Name"/>, or empty text.</summary>
    public override string ToString() => User.Describe(FirstName, LastName, Email, Id);
}
