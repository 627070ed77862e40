namespace ExecPS.Client.Models;

/// <summary>The workspace that an API key belongs to (<c>getWorkspace</c>).</summary>
public sealed class Workspace
{
    /// <summary>The workspace's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The display name.</summary>
    public string? Name { get; set; }

    /// <summary>The workspace's part of its web addresses.</summary>
    public string? UrlSlug { get; set; }

    /// <summary>When the workspace was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The workspace's name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
