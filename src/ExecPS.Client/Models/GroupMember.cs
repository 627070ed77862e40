namespace ExecPS.Client.Models;

/// <summary>A pair of a group and one of its members (<c>listWorkspaceMembers</c> with the group as the filter).</summary>
/// <remarks>A property is null if the response has no value for it. Both forms of a member are read, as by <see cref="Member"/>.</remarks>
public sealed class GroupMember : ExecObject, IListRow
{
    private User? _user;
    private string? _userId;
    private string? _userEmail;
    private string? _firstName;
    private string? _lastName;

    /// <summary>The ID of the group.</summary>
    [JsonIgnore]
    public string? GroupId { get; set; }

    /// <summary>The name of the group. Null if neither the input nor a response of the session contained it.</summary>
    [JsonIgnore]
    public string? GroupName { get; set; }

    /// <summary>The ID of the user.</summary>
    [JsonPropertyName("id")]
    public string? UserId
    {
        get => _user?.Id ?? _userId;
        set => _userId = value;
    }

    /// <summary>The first and last name of the user. The email address or the ID if the user has no name.</summary>
    [JsonIgnore]
    public string? UserName => User.Describe(FirstName, LastName, UserEmail, UserId) is { Length: > 0 } text ? text : null;

    /// <summary>The email address of the user.</summary>
    [JsonPropertyName("email")]
    public string? UserEmail
    {
        get => _user?.Email ?? _userEmail;
        set => _userEmail = value;
    }

    /// <summary>The first name of the user.</summary>
    public string? FirstName
    {
        get => _user?.FirstName ?? _firstName;
        set => _firstName = value;
    }

    /// <summary>The last name of the user.</summary>
    public string? LastName
    {
        get => _user?.LastName ?? _lastName;
        set => _lastName = value;
    }

    /// <summary>The role of the user in the workspace.</summary>
    public MemberRole? Role { get; set; }

    /// <summary>When the user was added to the workspace, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The nested form. Only the flat form is written.</summary>
    [JsonInclude]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal User? User
    {
        get => null;
        set => _user = value;
    }

    string? IListRow.Id => (UserId ?? UserEmail) is { } user ? $"{GroupId}/{user}" : null;

    /// <summary>The group and the user, such as <c>Sales: Jane Smith</c>.</summary>
    public override string ToString() => $"{GroupName ?? GroupId}: {UserName}";
}
