namespace ExecPS.Client.Models;

/// <summary>A Knowledge Hub folder, also called a space or hub (<c>listKnowledgeHubFolders</c>, <c>getKnowledgeHubFolder</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class KnowledgeFolder : IListRow
{
    /// <summary>The folder's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The folder's name.</summary>
    public string? Name { get; set; }

    /// <summary>The emoji shown beside the name; null when there is none.</summary>
    public string? Emoji { get; set; }

    /// <summary>The identifier of the folder that this one is in; null at the top.</summary>
    public string? Parent { get; set; }

    /// <summary>Who may see the folder.</summary>
    public Visibility? Visibility { get; set; }

    /// <summary>How many pages are in the folder itself, archived ones not counted.</summary>
    public int? ItemCount { get; set; }

    /// <summary>How many folders are in the folder itself.</summary>
    public int? SubfolderCount { get; set; }

    /// <summary>When the folder was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the folder was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The folder's name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
