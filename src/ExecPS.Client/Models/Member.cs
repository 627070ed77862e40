using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A member of the workspace (<c>listWorkspaceMembers</c>).</summary>
/// <remarks>
/// A property is null when the API's answer has no value for it. The document has two forms of a member: the user's fields
/// in the row itself, and in a nested <c>user</c>. Both are read, and give the same.
/// </remarks>
public sealed class Member : IListRow
{
    private User? _user;
    private string? _id;
    private string? _email;
    private string? _firstName;
    private string? _lastName;

    /// <summary>The user's identifier, the same as in sessions and assignments.</summary>
    public string? Id
    {
        get => _user?.Id ?? _id;
        set => _id = value;
    }

    /// <summary>The member's email address.</summary>
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

    /// <summary>First and last name; the email address, then the identifier, where there is no name.</summary>
    [JsonIgnore]
    public string? Name => ToString() is { Length: > 0 } text ? text : null;

    /// <summary>What the member may do in the workspace.</summary>
    public MemberRole? Role { get; set; }

    /// <summary>When the member was added, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The nested form; null where the API gives the flat one.</summary>
    /// <remarks>A row that has both identifiers means its own by the outer one; everything else of the API wants the user's.</remarks>
    [JsonInclude]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal User? User
    {
        get => null; // Only the flat form is written.
        set => _user = value;
    }

    /// <summary>First and last name; the email address, then the identifier, where there is no name.</summary>
    public override string ToString() => User.Describe(FirstName, LastName, Email, Id);
}
