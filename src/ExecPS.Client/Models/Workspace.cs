namespace ExecPS.Client.Models;

/// <summary>The workspace that an API key belongs to (<c>getWorkspace</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class Workspace : ExecObject
{
    /// <summary>The ID of the workspace.</summary>
    public string? Id { get; set; }

    /// <summary>The display name.</summary>
    public string? Name { get; set; }

    /// <summary>The part of the workspace's web addresses that identifies it.</summary>
    public string? UrlSlug { get; set; }

    /// <summary>When the workspace was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The name of the workspace.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
