using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A member of the workspace (<c>listWorkspaceMembers</c>).</summary>
/// <remarks>
/// A property is null when the API's answer has no value for it. The document has two forms of a member: the user's fields
/// in the row itself, and in a nested <c>user</c>. Both are read, and give the same.
/// </remarks>
public sealed class Member : IListRow, IJsonOnDeserialized
{
    /// <summary>The user's identifier, the same as in sessions and assignments.</summary>
    public string? Id { get; set; }

    /// <summary>The member's email address.</summary>
    public string? Email { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>First and last name; the email address, then the identifier, where there is no name.</summary>
    [JsonIgnore]
    public string? Name => ToString() is { Length: > 0 } text ? text : null;

    /// <summary>What the member may do in the workspace.</summary>
    public MemberRole? Role { get; set; }

    /// <summary>When the member was added, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The nested form, as it comes from the wire or goes there; null once it is read.</summary>
    [JsonInclude]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal User? User { get; set; }

    /// <summary>First and last name; the email address, then the identifier, where there is no name.</summary>
    public override string ToString() => User.Describe(FirstName, LastName, Email, Id);

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (User is not { } user)
            return;

        // A row that has both identifiers means its own by the outer one; everything else of the API wants the user's.
        Id = user.Id ?? Id;
        Email = user.Email ?? Email;
        FirstName = user.FirstName ?? FirstName;
        LastName = user.LastName ?? LastName;
        User = null;
    }
}
