namespace ExecPS.Client.Models;

/// <summary>A user, as part of another object.</summary>
public sealed class User : ExecObject
{
    /// <summary>The ID of the user.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-UserId</c> of other commands.</summary>
    [JsonIgnore]
    public string? UserId => Id;

    /// <summary>The first and last name. The email address or the ID if the user has no name.</summary>
    [JsonIgnore]
    public string? Name => ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The email address.</summary>
    public string? Email { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The same as <see cref="Name"/>, or empty text.</summary>
    public override string ToString() => Describe(FirstName, LastName, Email, Id);

    /// <summary>Returns the name of a person, or else the email address or the ID, or else empty text.</summary>
    internal static string Describe(string? firstName, string? lastName, string? email, string? id)
    {
        var name = $"{firstName} {lastName}".Trim();
        return name.Length > 0 ? name : email ?? id ?? "";
    }
}
