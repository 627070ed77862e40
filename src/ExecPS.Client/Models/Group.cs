namespace ExecPS.Client.Models;

/// <summary>A group of members (<c>listWorkspaceGroups</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class Group : ExecObject, IListRow
{
    /// <summary>The ID of the group.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-GroupId</c> of other commands.</summary>
    [JsonIgnore]
    public string? GroupId => Id;

    /// <summary>The name of the group.</summary>
    public string? Name { get; set; }

    /// <summary>When the group was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The name of the group.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
