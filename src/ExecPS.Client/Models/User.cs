using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A person, as embedded in what they did or were given.</summary>
public sealed class User
{
    /// <summary>The user's identifier, the same in every answer of the API.</summary>
    public string? Id { get; set; }

    /// <summary>The user's email address.</summary>
    public string? Email { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>First and last name; the email address, then the identifier, where there is no name.</summary>
    [JsonIgnore]
    public string? Name => ToString() is { Length: > 0 } text ? text : null;

    /// <summary>What <see cref="Name"/> gives, empty when nothing is known.</summary>
    public override string ToString() => Describe(FirstName, LastName, Email, Id);

    /// <summary>The name of a person, or what there is instead; empty when nothing is known.</summary>
    internal static string Describe(string? firstName, string? lastName, string? email, string? id)
    {
        var name = $"{firstName} {lastName}".Trim();
        return name.Length > 0 ? name : email ?? id ?? "";
    }
}
