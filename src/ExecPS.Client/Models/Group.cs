namespace ExecPS.Client.Models;

/// <summary>A group of members (<c>listWorkspaceGroups</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class Group : IListRow
{
    /// <summary>The group's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The group's name.</summary>
    public string? Name { get; set; }

    /// <summary>When the group was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The group's name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
